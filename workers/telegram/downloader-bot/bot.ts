import { Bot } from "grammy";
import { botInfo } from "#adapters/telegram/bot-info";
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
  const { TELEGRAM_DOWNLOADER_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = house.config;
  const bot = new Bot<BotContext>(token.reveal(), {
    botInfo: await botInfo({ token, apiRoot }),
    client: { apiRoot, timeoutSeconds: 20, sensitiveLogs: false },
  });
  bot.use((ctx, next) => {
    ctx.house = house;
    return next();
  });
  bot.use(onlyAllowed);
  // Commands come first: what stands behind /start may look like a link.
  bot.use(commands, settings, admin, inline, guest, links, buttons);
  return bot;
}
