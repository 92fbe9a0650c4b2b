/** Identity: who the bot is, what it offers, and where it listens. */
import * as z from "zod";
import { isLoopback } from "../../../world/loopback.ts";
import type { Parameters } from "../parameters.ts";
import { badRequest, TelegramError } from "../telegram-error.ts";
import type { Asked, Methods } from "./method.ts";

const commandsSchema = z.array(z.looseObject({ command: z.string(), description: z.string() }));
const kindsSchema = z.array(z.string());

export const identity: Methods = {
  getMe: ({ bot }) => ({
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_guest_queries: true,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }),

  setMyCommands({ bot, parameters }) {
    const commands = parameters.json("commands", commandsSchema, "can't parse commands JSON object");
    if (!commands) throw badRequest("can't parse commands JSON object");
    for (const { command, description } of commands) {
      if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
      if (description.length < 1 || description.length > 256)
        throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    bot.commands.set(audienceOf(parameters), commands);
    return true;
  },
  deleteMyCommands({ bot, parameters }) {
    bot.commands.delete(audienceOf(parameters));
    return true;
  },
  getMyCommands: ({ bot, parameters }) => bot.commands.get(audienceOf(parameters)) ?? [],

  setWebhook({ bot, parameters }) {
    const url = parameters.text("url") ?? "";
    const secret = parameters.text("secret_token");
    if (url !== "") checkUrl(url);
    if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
      throw badRequest("secret token contains unallowed characters");
    }
    const maxConnections = parameters.integer("max_connections") ?? 40;
    // Kinds that are not named stay as they were.
    const allowedUpdates =
      parameters.json("allowed_updates", kindsSchema, "can't parse allowed updates") ??
      bot.webhook.allowedUpdates;
    bot.webhook = { url, secret, maxConnections: Math.min(Math.max(maxConnections, 1), 100), allowedUpdates };
    return true;
  },

  deleteWebhook({ bot }) {
    bot.webhook = { ...bot.webhook, url: "" };
    return true;
  },

  getWebhookInfo,

  getUpdates({ telegram, bot }) {
    // Nobody polls here: a bot without a webhook hears nothing.
    if (telegram.store.webhookUrl(bot) === "") return [];
    throw new TelegramError(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  },
};

const scopeSchema = z.looseObject({ type: z.string() });

/** Whom commands are shown: a language, and before it the scope where it is not everybody. */
function audienceOf(parameters: Parameters): string {
  const scope = parameters.json("scope", scopeSchema, "can't parse BotCommandScope");
  const language = parameters.text("language_code") ?? "";
  if (!scope || scope.type === "default") return language;
  const { type, ...whom } = scope;
  return [type, ...Object.values(whom).map(String), language].join(":");
}

function getWebhookInfo({ telegram, bot, feed }: Asked) {
  const { maxConnections, allowedUpdates } = bot.webhook;
  return {
    url: telegram.store.webhookUrl(bot),
    has_custom_certificate: false,
    ...feed.report(bot),
    max_connections: maxConnections,
    ...(allowedUpdates.length > 0 && { allowed_updates: allowedUpdates }),
  };
}

// Plain HTTP is for this machine only, where the product runs during development.
function checkUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "https:" || (parsed && isLoopback(parsed.hostname))) return;
  throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
}
