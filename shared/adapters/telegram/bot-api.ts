import { Api, GrammyError, HttpError } from "grammy";
import { after, instant, type Millis, seconds } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";
import type { Secret } from "#kernel/secret";

export interface BotAccess {
  readonly token: Secret;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
}

/** grammY's client of one bot. It tries nothing again: whoever calls knows what may be done twice. */
export const botApi = ({ token, apiRoot }: BotAccess, patience: Millis = seconds(20)): Api =>
  new Api(token.reveal(), { apiRoot, timeoutSeconds: patience / 1_000, sensitiveLogs: false });

/**
 * Asks Telegram, and says in our words what went wrong: UpstreamError (Telegram answered no; `said` is its description,
 * `retryAt` what a 429 asks for), SilenceError (nothing came back, so nobody knows whether it was done).
 */
export async function asked<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw translated(error);
  }
}

/**
 * Asks Telegram for nothing but an answer. It takes a bot to ask; that this one's token is refused is an answer too.
 * Throws UpstreamError (Telegram is not well), SilenceError.
 */
export async function reachTelegram(access: BotAccess, wait: Millis): Promise<void> {
  try {
    await asked(botApi(access, wait).getMe());
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.status >= 500) throw error;
  }
}

/** The group is a supergroup now, under another id. */
export class ChatMigrated extends UpstreamError {
  readonly to: string;

  constructor(status: number, said: string, to: string) {
    super("telegram", status, said);
    this.to = to;
  }
}

function translated(error: unknown): UpstreamError | SilenceError {
  if (error instanceof GrammyError) {
    const { migrate_to_chat_id: to, retry_after: retryAfter } = error.parameters;
    return to === undefined
      ? refusal(error.error_code, error.description, retryAfter)
      : new ChatMigrated(error.error_code, error.description, String(to));
  }
  // An HttpError's own cause names the address, and with it the token: it goes no further.
  if (error instanceof HttpError) return new SilenceError("telegram", "the connection failed");
  return new SilenceError("telegram", "no answer");
}

/** Telegram's no: its code, its words, and for how many seconds it wants to be left alone. */
export const refusal = (status: number, description: string, retryAfter?: number): UpstreamError =>
  new UpstreamError(
    "telegram",
    status,
    description,
    retryAfter === undefined ? undefined : after(instant(Date.now()), seconds(retryAfter)),
  );

/** What Telegram's descriptions come to: https://core.telegram.org/bots/api does not list them, its server does. */
const meanings = {
  /** A file_id that is dead, or another bot's. */
  "file is gone": /wrong file.identifier|wrong remote file|file_id|wrong type of file|file reference/i,
  /** It stands there already. */
  "nothing to change": /message is not modified/i,
  "message is gone":
    /message (to (edit|delete|be replied|reply)|can't be (edited|deleted)).*|message_id_invalid|message not found/i,
  /** Nobody can be reached there any more. */
  "chat is closed":
    /bot was (blocked|kicked)|user is deactivated|chat not found|not a member|have no rights|not enough rights|chat_write_forbidden|topic_closed|thread not found|upgraded to a supergroup/i,
  /** Telegram could not fetch an address we gave it. */
  "address is no good": /http url|web page content|webpage_|wrong type of the web page/i,
  "file is too large": /too (large|big)|entity too large/i,
} as const;

export type Meaning = keyof typeof meanings;

/** Whether an error is Telegram saying this. */
export const means = (error: unknown, meaning: Meaning): error is UpstreamError =>
  error instanceof UpstreamError && error.service === "telegram" && meanings[meaning].test(error.said);
