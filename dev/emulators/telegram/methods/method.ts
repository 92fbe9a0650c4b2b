/** A method of the Bot API: what a bot asks, answered with `result` or refused with a TelegramError. */
import type { Feed } from "../feed.ts";
import type { Parameters } from "../parameters.ts";
import type { Bot } from "../bot.ts";
import type { Telegram } from "../telegram.ts";

export interface Asked {
  readonly telegram: Telegram;
  readonly bot: Bot;
  readonly parameters: Parameters;
  readonly feed: Feed;
  /** Called at the bot's own Bot API server, where files may be large. */
  readonly isLocal: boolean;
}

export type Method = (asked: Asked) => unknown;
export type Methods = Readonly<Record<string, Method>>;
