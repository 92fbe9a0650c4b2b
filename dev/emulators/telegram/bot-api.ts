/** The Bot API: `/bot<token>/<method>`, and `/file/bot<token>/<path>` for what a bot was sent. */
import type { Feed } from "./feed.ts";
import { answers } from "./methods/answers.ts";
import { chats } from "./methods/chats.ts";
import { copying } from "./methods/copying.ts";
import { deleting } from "./methods/deleting.ts";
import { editing } from "./methods/editing.ts";
import { files } from "./methods/files.ts";
import { identity } from "./methods/identity.ts";
import type { Method } from "./methods/method.ts";
import { pinning } from "./methods/pinning.ts";
import { sending } from "./methods/sending.ts";
import { topics } from "./methods/topics.ts";
import { type Parameters, parametersOf, readParameters } from "./parameters.ts";
import type { Bot } from "./bot.ts";
import type { Telegram } from "./telegram.ts";
import { TelegramError } from "./telegram-error.ts";

const methods = new Map<string, Method>(
  [identity, sending, editing, copying, deleting, pinning, topics, answers, chats, files]
    .flatMap((group) => Object.entries(group))
    .map(([name, method]) => [name.toLowerCase(), method]),
);

/** What a webhook's reply may not ask for: nobody would read the answer. */
const notInReplies = /^(?:get|setwebhook|deletewebhook|close|logout)/i;

export interface BotApiOptions {
  readonly telegram: Telegram;
  readonly feed: Feed;
  /** Hosts that play a bot's own Bot API server. */
  readonly localHosts: readonly string[];
}

export class BotApi {
  readonly #options: BotApiOptions;

  constructor(options: BotApiOptions) {
    this.#options = options;
  }

  async fetch(request: Request): Promise<Response> {
    try {
      return await this.#answer(request);
    } catch (error) {
      if (error instanceof TelegramError) return error.toResponse();
      throw error;
    }
  }

  /** A method named in a webhook's reply; whether it worked the bot does not learn. */
  async execute(bot: Bot, { method, ...values }: Readonly<Record<string, unknown>>): Promise<void> {
    if (typeof method !== "string" || notInReplies.test(method)) return;
    try {
      await this.#call(bot, method, parametersOf(values), false);
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
    }
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, hostname } = new URL(request.url);
    const [, file, token = "", rest = ""] =
      /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decodeURIComponent(pathname)) ?? [];
    if (!/^\d+:/.test(token)) throw notFound();
    const bot = this.#options.telegram.store.botOf(token);
    if (!bot) throw new TelegramError(401, "Unauthorized");
    const isLocal = this.#options.localHosts.includes(hostname);
    if (file) return this.#download(rest);
    const result = await this.#call(bot, rest, await readParameters(request), isLocal);
    return Response.json({ ok: true, result });
  }

  async #call(bot: Bot, name: string, parameters: Parameters, isLocal: boolean): Promise<unknown> {
    const method = methods.get(name.toLowerCase());
    if (!method) throw new TelegramError(404, "Not Found: method not found");
    return method({ ...this.#options, bot, parameters, isLocal });
  }

  #download(path: string): Response {
    const stored = this.#options.telegram.store.files.find(path.split("/").at(-1) ?? "");
    if (!stored?.bytes) throw notFound();
    return new Response(new Uint8Array(stored.bytes), {
      headers: { "Content-Type": "application/octet-stream" },
    });
  }
}

function notFound(): TelegramError {
  return new TelegramError(404, "Not Found");
}
