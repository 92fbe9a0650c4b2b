import type { NextFunction } from "grammy";
import { minutes } from "#kernel/clock";
import { text } from "#kernel/text";
import { mayPass } from "#adapters/rate-limit";
import { speaking } from "#domain/forwarder/texts/texts";
import { answered } from "../answered.ts";
import { languageOf } from "../language.ts";
import { type BotContext, isAdmin } from "./conversation.ts";

/** Lets administrators pass; everybody else is told so, once for each message. */
export async function adminsOnly(ctx: BotContext, next: NextFunction): Promise<void> {
  if (isAdmin(ctx)) return next();
  await told(ctx, "forwarder-strangers");
}

/** More than anybody can read. */
const pressesPerMinute = 100;

/** Lets pass who does not press faster than a person can. A Redis that is away stops nobody. */
export async function notTooOften(ctx: BotContext, next: NextFunction): Promise<void> {
  const { config, log } = ctx.house;
  const limit = { name: "panel", who: String(ctx.from?.id), most: pressesPerMinute, window: minutes(1) };
  const { passes } = await mayPass(config, limit, log);
  if (passes) return next();
  await told(ctx, "forwarder-too-often");
}

/** Before anything is known of them but what Telegram tells. */
async function told(ctx: BotContext, key: string): Promise<void> {
  const words = speaking(languageOf(ctx.from?.language_code))(text(key, { user: String(ctx.from?.id) }));
  if (ctx.callbackQuery) await answered(ctx, words);
  else if (ctx.message) await ctx.reply(words);
}
