import type { WebhookInfo } from "grammy/types";
import { seconds } from "#kernel/clock";
import { type BotName, type Config, downloaderConfig, forwarderConfig, missingFor } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { asked, botApi } from "#adapters/telegram/bot-api";
import type { Family } from "./text.ts";

/** What Telegram says of a bot's webhook; undefined: it does not say. */
export interface Webhook {
  readonly bot: BotName;
  readonly info: WebhookInfo | undefined;
}

/** Prometheus waits for ten seconds, unless it is told otherwise. */
const patience = seconds(4);

const tokens = {
  downloader: (config: Config) => downloaderConfig(config).TELEGRAM_DOWNLOADER_TOKEN,
  forwarder: (config: Config) => forwarderConfig(config).TELEGRAM_FORWARDER_TOKEN,
} as const;

/** Asks for each bot that is on. */
export function webhooks(config: Config, log: Log): Promise<readonly Webhook[]> {
  const on = (["downloader", "forwarder"] as const).filter((bot) => missingFor(bot, config).length === 0);
  return Promise.all(
    on.map(async (bot) => {
      const api = botApi({ token: tokens[bot](config), apiRoot: config.TELEGRAM_API_ROOT }, patience);
      const info = await asked(api.getWebhookInfo()).catch((error: unknown) => {
        log.warn("metrics.no-webhook", { bot, ...described(error) });
        return undefined;
      });
      return { bot, info };
    }),
  );
}

export function webhookFamilies(all: readonly Webhook[]): readonly Family[] {
  const each = (value: (info: WebhookInfo) => number | undefined) =>
    all.flatMap(({ bot, info }) => {
      const known = info && value(info);
      return known === undefined ? [] : [{ labels: { bot }, value: known }];
    });
  return [
    {
      is: "gauge",
      name: "webhook_pending_updates",
      help: "Updates that Telegram has still to deliver.",
      samples: each((info) => info.pending_update_count),
    },
    {
      is: "gauge",
      name: "webhook_last_error_timestamp",
      help: "When Telegram last failed to deliver an update, in seconds since 1970; none: never.",
      samples: each((info) => info.last_error_date),
    },
  ];
}
