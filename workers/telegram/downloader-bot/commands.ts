import { Composer } from "grammy";
import { text } from "#kernel/text";
import { mostBytes } from "#adapters/telegram/limits";
import { postOfStartParameter } from "#domain/downloader/link/deep-link";
import type { Person } from "#domain/downloader/person";
import { bonusForReferral, referralParameter, referrerOf } from "#domain/downloader/referral";
import { type BotContext, once, personOf, replyTarget, roomOf, sayingTo } from "./conversation.ts";
import { inlineStart } from "./inline.ts";

/** What one says to the bot by name: /start with what a link has put behind it, /help, /stats, /referral. */
export const commands = new Composer<BotContext>();

/** A deep link to a video is a request like any other. */
commands.command("start", async (ctx, next) => {
  const start = ctx.match ? postOfStartParameter(ctx.match) : undefined;
  const person = personOf(ctx);
  if (!start || !person || !ctx.msg) return next();
  const updateId = ctx.update.update_id;
  const room = roomOf(ctx, person);
  const ask = {
    id: `d${updateId}`,
    lead: { is: "post", post: start.post },
    quality: start.quality ?? "best",
    target: replyTarget(ctx.msg),
    source: "deep-link",
  } as const;
  await room.receive({ updateId, person, asks: [ask] });
  await room.clicked(updateId, "deep-link", start.post);
});

commands.command("start", once, async (ctx) => {
  const person = personOf(ctx);
  if (!person) return;
  const say = sayingTo(person);
  const referrer = referrerOf(ctx.match);
  if (ctx.match && ctx.match !== inlineStart && referrer === undefined) {
    await ctx.reply(say(text("downloader-expired-link")));
    return;
  }
  if (referrer !== undefined && (await cameBy(referrer, ctx, person)))
    await ctx.reply(say(text("downloader-welcome-referred")));
  await ctx.reply(say(text("downloader-start", { bot: ctx.me.username })));
});

/** Whether somebody has come by a friend's link, and not by their own or nobody's; the friend has something of it. */
async function cameBy(referrer: string, ctx: BotContext, person: Person): Promise<boolean> {
  const friend = roomOf(ctx, { id: referrer });
  const isSomebody = referrer !== person.id && (await friend.card()).person !== undefined;
  if (!isSomebody || !(await roomOf(ctx, person).comesBy(referrer))) return false;
  await friend.referred(person.id);
  return true;
}

commands.command("help", once, async (ctx) => {
  const person = personOf(ctx);
  const limit = Math.floor(mostBytes(ctx.house.config.TELEGRAM_API_ROOT) / 1_000_000);
  if (person) await ctx.reply(sayingTo(person)(text("downloader-help", { bot: ctx.me.username, limit })));
});

commands.command("stats", once, async (ctx) => {
  const person = personOf(ctx);
  if (!person) return;
  const say = sayingTo(person);
  const { tally, freeLeft, limit } = await roomOf(ctx, person).card();
  const { total, today, thisMonth: month } = tally;
  const lines = [
    say(text("downloader-stats", { total, today, month })),
    say(text("downloader-stats-left", { left: freeLeft, limit })),
  ];
  await ctx.reply(lines.join("\n"));
});

commands.command("referral", once, async (ctx) => {
  const person = personOf(ctx);
  if (!person) return;
  const { referred } = await roomOf(ctx, person).card();
  const link = `https://t.me/${ctx.me.username}?start=${referralParameter(person.id)}`;
  await ctx.reply(
    sayingTo(person)(text("downloader-referral", { link, bonus: bonusForReferral, count: referred.length })),
  );
});
