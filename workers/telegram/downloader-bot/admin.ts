import { Composer } from "grammy";
import { text } from "#kernel/text";
import { type BotContext, once, personOf, roomOf, sayingTo } from "./conversation.ts";

/** What only administrators of the bot may say: /block and /unblock with a user id. */
export const admin = new Composer<BotContext>();

const byAdmins = admin
  .chatType("private")
  .filter((ctx) => ctx.house.config.TELEGRAM_ADMIN_IDS?.includes(String(ctx.from.id)) ?? false);

byAdmins.command(["block", "unblock"], once, async (ctx) => {
  const person = personOf(ctx);
  const user = ctx.match.trim();
  if (!person) return;
  const blocks = ctx.msg.text.startsWith("/block");
  const known = /^\d{1,20}$/.test(user) && (await roomOf(ctx, { id: user }).block(blocks));
  const key = blocks ? "downloader-admin-blocked" : "downloader-admin-unblocked";
  await ctx.reply(sayingTo(person)(text(known ? key : "downloader-admin-unknown", { user: user || "?" })));
});
