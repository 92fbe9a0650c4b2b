import { Bot } from "grammy";
import { botInfo } from "#adapters/telegram/bot-info";
import type { BotContext, House } from "./conversation.ts";
import { invitations } from "./invitations.ts";
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
  const { TELEGRAM_FORWARDER_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = house.config;
  const bot = new Bot<BotContext>(token.reveal(), {
    botInfo: await botInfo({ token, apiRoot }),
    client: { apiRoot, timeoutSeconds: 20, sensitiveLogs: false },
  });
  bot.use((ctx, next) => {
    ctx.house = house;
    return next();
  });
  bot.use(invitations);
  bot.chatType("private").use(panel);
  return bot;
}
