import type { DownloaderConfig } from "#kernel/config";
import type { Language } from "#kernel/i18n";
import { text } from "#kernel/text";
import { asked, botApi } from "#adapters/telegram/bot-api";
import { speaking } from "#domain/downloader/texts/texts";
import { register, webhookAt } from "../register.ts";
import { allowedUpdates } from "./bot.ts";

/** What setting up has come to: who the bot is, and what is in the way. */
export interface SetUp {
  readonly bot: string;
  readonly webhook: string;
  /** For whoever set it up, in words; empty: all is well. */
  readonly problems: readonly string[];
}

const commandNames = ["start", "help", "stats", "referral", "settings"] as const;

/**
 * Tells Telegram where the bot is to be found and what it understands, and looks whether it may use its cache channel.
 * Can be repeated. Throws what Telegram's client throws when the bot itself cannot be reached.
 */
export async function setUp(config: DownloaderConfig): Promise<SetUp> {
  const access = { token: config.TELEGRAM_DOWNLOADER_TOKEN, apiRoot: config.TELEGRAM_API_ROOT };
  const webhook = webhookAt(config.PUBLIC_URL, "downloader");
  const me = await register(access, {
    webhook,
    secret: config.TELEGRAM_WEBHOOK_SECRET,
    allowedUpdates: [...allowedUpdates],
    commandsIn,
  });
  const problems = [
    ...(await cacheProblems(config, me.id)),
    ...(me.supports_inline_queries ? [] : ["Inline mode is off: turn it on with /setinline at @BotFather."]),
    ...(config.TELEGRAM_ADMIN_IDS
      ? []
      : ["TELEGRAM_ADMIN_IDS is not set: nobody would hear that a platform broke."]),
  ];
  return { bot: me.username, webhook, problems };
}

const commandsIn = (language: Language) =>
  commandNames.map((command) => ({
    command,
    description: speaking(language)(text(`downloader-command-${command}`)),
  }));

/** Whether the bot may post where it keeps its videos; its administrators hear at once if not. */
async function cacheProblems(config: DownloaderConfig, botId: number): Promise<readonly string[]> {
  const chat = config.DOWNLOAD_CACHE_CHAT_ID;
  const api = botApi({ token: config.TELEGRAM_DOWNLOADER_TOKEN, apiRoot: config.TELEGRAM_API_ROOT });
  const why = await asked(api.getChatMember(chat, botId)).then(
    (member) => {
      if (member.status === "creator") return undefined;
      if (member.status !== "administrator") return `it is ${member.status} there`;
      return member.can_post_messages === false ? "it may not post there" : undefined;
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (why === undefined) return [];
  for (const admin of config.TELEGRAM_ADMIN_IDS ?? [])
    await asked(api.sendMessage(admin, speaking("ru")(text("downloader-cache-closed", { chat, why })))).catch(
      () => {},
    );
  return [`The bot cannot post to its cache channel ${chat}: ${why}. Make it an administrator there.`];
}
