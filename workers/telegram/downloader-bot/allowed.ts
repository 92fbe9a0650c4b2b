import type { NextFunction } from "grammy";
import { text } from "#kernel/text";
import { type BotContext, personOf, sayingTo } from "./conversation.ts";

/** Lets nobody pass whom the owner has not named, if the owner has named anybody. Strangers are told so in private. */
export async function onlyAllowed(ctx: BotContext, next: NextFunction): Promise<void> {
  const { DOWNLOAD_ALLOWED_IDS: allowed, TELEGRAM_ADMIN_IDS: admins = [] } = ctx.house.config;
  const ids = [ctx.from?.id, ctx.chat?.id, ctx.senderChat?.id].map(String);
  if (!allowed || ids.some((id) => allowed.includes(id) || admins.includes(id))) return next();
  const person = personOf(ctx);
  if (person && ctx.message?.chat.type === "private")
    await ctx.reply(sayingTo(person)(text("downloader-not-allowed")));
}
