import type { ForwarderConfig } from "#kernel/config";
import { instant } from "#kernel/clock";
import type { Language } from "#kernel/i18n";
import { text } from "#kernel/text";
import { asked, botApi } from "#adapters/telegram/bot-api";
import { speaking } from "#domain/forwarder/texts/texts";
import { register, webhookAt } from "../register.ts";
import { allowedUpdates } from "./bot.ts";

/** What setting up has come to: who the bot is, and what is in the way. */
export interface SetUp {
  readonly bot: string;
  readonly webhook: string;
  /** For whoever set it up, in words; empty: all is well. */
  readonly problems: readonly string[];
}

const commandNames = ["start", "help", "admin", "mappings", "queue", "dead", "stats", "cancel"] as const;

const accessOf = (config: ForwarderConfig) => ({
  token: config.TELEGRAM_FORWARDER_TOKEN,
  apiRoot: config.TELEGRAM_API_ROOT,
});

/** Tells Telegram where the bot is to be found and what it understands. Can be repeated. Throws what `asked` throws. */
export async function setUp(config: ForwarderConfig): Promise<SetUp> {
  const webhook = webhookAt(config.PUBLIC_URL, "forwarder");
  const me = await register(accessOf(config), {
    webhook,
    secret: config.TELEGRAM_WEBHOOK_SECRET,
    allowedUpdates: [...allowedUpdates],
    commandsIn,
  });
  const problems = [
    ...(me.can_read_all_group_messages
      ? []
      : [
          "Privacy mode is on: of groups where the bot is no administrator it hears nothing. Turn it off with /setprivacy at @BotFather.",
        ]),
    ...(config.TELEGRAM_ADMIN_IDS
      ? []
      : ["TELEGRAM_ADMIN_IDS is not set: nobody may use the panel, or would hear that something broke."]),
  ];
  return { bot: me.username, webhook, problems };
}

const commandsIn = (language: Language) =>
  commandNames.map((command) => ({
    command,
    description: speaking(language)(text(`forwarder-command-${command}`)),
  }));

/** What Telegram knows of the webhook. Throws what `asked` throws. */
export async function webhookInfo(config: ForwarderConfig) {
  const info = await asked(botApi(accessOf(config)).getWebhookInfo());
  return {
    url: info.url ?? "",
    isOurs: info.url === webhookAt(config.PUBLIC_URL, "forwarder"),
    pendingUpdates: info.pending_update_count,
    ...(info.last_error_date && { lastErrorAt: instant(info.last_error_date * 1_000) }),
    ...(info.last_error_message && { lastError: info.last_error_message }),
    allowedUpdates: info.allowed_updates ?? [],
  };
}

/** Nothing is brought any more; what happens meanwhile waits at Telegram for a day. Throws what `asked` throws. */
export async function deleteWebhook(config: ForwarderConfig): Promise<void> {
  await asked(botApi(accessOf(config)).deleteWebhook());
}
