import type { UserFromGetMe, WebhookInfo } from "grammy/types";
import { instant, type Instant, minutes, seconds } from "#kernel/clock";
import { type BotName, type Config, missingFor } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { asked, type BotAccess, botApi } from "#adapters/telegram/bot-api";
import { webhookAt } from "../telegram/register.ts";
import { patience, Source, type Watched } from "./source.ts";

export const botNames = ["downloader", "forwarder"] as const satisfies readonly BotName[];

/** How a Telegram bot of ours is. */
export interface BotLook {
  readonly bot: BotName;
  readonly is: "on" | "off" | "half-configured" | "silent" | "refused";
  /** Variables that are not set. */
  readonly missing: readonly string[];
  /** undefined: Telegram has not told. */
  readonly webhook: Webhook | undefined;
}

export interface Webhook {
  readonly isOurs: boolean;
  /** What Telegram has still to bring. */
  readonly pending: number;
  readonly lastErrorAt: Instant | undefined;
  readonly lastError: string | undefined;
}

/** A call of Telegram for each bot. */
export const bots = new Source("telegram", seconds(15), (watched) =>
  Promise.all(botNames.map((bot) => lookAtBot(bot, watched))),
);

async function lookAtBot(bot: BotName, { config, log }: Watched): Promise<BotLook> {
  const missing = missingFor(bot, config);
  const access = accessTo(bot, config);
  if (!access) return { bot, is: "off", missing, webhook: undefined };
  if (missing.length > 0) return { bot, is: "half-configured", missing, webhook: undefined };
  try {
    const info = await asked(botApi(access, patience).getWebhookInfo());
    return { bot, is: "on", missing, webhook: webhookIn(info, webhookAt(config.PUBLIC_URL, bot)) };
  } catch (error) {
    log.warn("watch.bot", { bot, ...described(error) });
    const is = error instanceof UpstreamError && error.status < 500 ? "refused" : "silent";
    return { bot, is, missing, webhook: undefined };
  }
}

/** undefined: it has no token, so it is off on purpose. */
export function accessTo(bot: BotName, config: Config): BotAccess | undefined {
  const token = bot === "forwarder" ? config.TELEGRAM_FORWARDER_TOKEN : config.TELEGRAM_DOWNLOADER_TOKEN;
  return token && { token, apiRoot: config.TELEGRAM_API_ROOT };
}

/** Who a bot is, in Telegram's word; undefined: Telegram does not tell, or does not know the token. */
export const whoIs = (access: BotAccess, log: Log): Promise<UserFromGetMe | undefined> =>
  asked(botApi(access, patience).getMe()).catch((error: unknown) => {
    log.warn("watch.bot", described(error));
    return undefined;
  });

const webhookIn = (info: WebhookInfo, ours: string): Webhook => ({
  isOurs: info.url === ours,
  pending: info.pending_update_count,
  lastErrorAt: info.last_error_date === undefined ? undefined : instant(info.last_error_date * 1_000),
  lastError: info.last_error_message,
});

const recently = minutes(10);

/** Telegram remembers its last failure for ever. */
export const isFailing = ({ lastErrorAt }: Webhook, now: Instant): boolean =>
  lastErrorAt !== undefined && now - lastErrorAt < recently;
