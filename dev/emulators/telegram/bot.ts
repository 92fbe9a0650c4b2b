/** A bot: who it is, where it listens, and what it offers. */
import type { BotSettings, TelegramUser } from "./entities.ts";

export interface Webhook {
  readonly url: string;
  readonly secret: string | undefined;
  readonly maxConnections: number;
  /** Empty: all kinds. */
  readonly allowedUpdates: readonly string[];
}

export interface Bot {
  readonly id: number;
  readonly settings: BotSettings;
  readonly user: TelegramUser;
  webhook: Webhook;
  /** By language, "" being everybody else's; those of a scope as `chat:7001:ru`. */
  readonly commands: Map<string, readonly unknown[]>;
}

/** Instead of a URL: the product's origin, which is known only later, and the bot's own path. */
export const usualPlace = "usual";

export function newBot(settings: BotSettings): Bot {
  const { token, username, secret } = settings;
  const id = Number(token.split(":")[0]);
  return {
    id,
    settings,
    user: { id, is_bot: true, first_name: username, username },
    webhook: { url: usualPlace, secret, maxConnections: 40, allowedUpdates: [] },
    commands: new Map(),
  };
}
