import type { Bot } from "grammy";
import { botIn } from "../bot-in.ts";
import type { BotContext, House } from "./conversation.ts";
import { panel } from "./panel.ts";

/** What Telegram is asked to send. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "channel_post",
  "edited_channel_post",
  "my_chat_member",
  "callback_query",
] as const;

/** The bot, ready for an update. */
export async function forwarderBot(house: House): Promise<Bot<BotContext>> {
  const bot = await botIn<BotContext>(house, house.config.TELEGRAM_FORWARDER_TOKEN);
  bot.chatType("private").use(panel);
  return bot;
}
