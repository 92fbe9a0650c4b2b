import type { Bot } from "grammy";
import { botIn } from "../bot-in.ts";
import { admin } from "./admin.ts";
import { onlyAllowed } from "./allowed.ts";
import { buttons } from "./buttons.ts";
import { commands } from "./commands.ts";
import type { BotContext, House } from "./conversation.ts";
import { guest } from "./guest.ts";
import { inline } from "./inline.ts";
import { links } from "./links.ts";
import { settings } from "./settings.ts";

/** What Telegram is asked to send. */
export const allowedUpdates = [
  "message",
  "channel_post",
  "callback_query",
  "inline_query",
  "chosen_inline_result",
  "guest_message",
] as const;

/** The bot, ready for an update. */
export async function downloaderBot(house: House): Promise<Bot<BotContext>> {
  const bot = await botIn<BotContext>(house, house.config.TELEGRAM_DOWNLOADER_TOKEN);
  bot.use(onlyAllowed);
  // Commands come first: what stands behind /start may look like a link.
  bot.use(commands, settings, admin, inline, guest, links, buttons);
  return bot;
}
