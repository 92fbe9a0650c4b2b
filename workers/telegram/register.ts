import { type Language, languages } from "#kernel/i18n";
import type { Secret } from "#kernel/secret";
import { asked, type BotAccess, botApi } from "#adapters/telegram/bot-api";
import type { BotCommand, UserFromGetMe } from "grammy/types";

type WebhookOptions = NonNullable<Parameters<ReturnType<typeof botApi>["setWebhook"]>[1]>;

interface Registration {
  readonly webhook: string;
  readonly secret: Secret;
  readonly allowedUpdates: NonNullable<WebhookOptions["allowed_updates"]>;
  readonly commandsIn: (language: Language) => readonly BotCommand[];
}

/**
 * Tells Telegram where a bot is to be found, what it wants to hear of, and what it understands. Can be repeated.
 * Throws what `asked` throws.
 */
export async function register(
  access: BotAccess,
  { webhook, secret, allowedUpdates, commandsIn }: Registration,
): Promise<UserFromGetMe> {
  const api = botApi(access);
  const me = await asked(api.getMe());
  await asked(
    api.setWebhook(webhook, {
      secret_token: secret.reveal(),
      allowed_updates: allowedUpdates,
      max_connections: 100,
    }),
  );
  for (const language of languages)
    await asked(
      api.setMyCommands([...commandsIn(language)], language === "en" ? {} : { language_code: language }),
    );
  return me;
}

/** `https://taproom.example.com/telegram/forwarder` */
export const webhookAt = (publicUrl: string, bot: string): string =>
  `${publicUrl.replace(/\/$/, "")}/telegram/${bot}`;
