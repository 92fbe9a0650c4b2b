import { Composer } from "grammy";
import type { Message } from "grammy/types";
import { text } from "#kernel/text";
import type { Lead } from "#domain/downloader/link/link";
import { linksIn } from "#domain/downloader/link/links-in";
import type { Ask } from "#domain/downloader/request";
import { type BotContext, once, personOf, replyTarget, roomOf, sayingTo } from "./conversation.ts";

/** Links in messages, captions and channel posts: each becomes a request of whoever sent it. */
export const links = new Composer<BotContext>();

const withText = links.on(["message:text", "message:caption", "channel_post:text", "channel_post:caption"]);

withText
  // What Telegram has put there for us, or for another bot, is nobody's wish.
  .filter(({ msg }) => msg.via_bot === undefined && msg.from?.is_bot !== true)
  .use(async (ctx, next) => {
    const person = personOf(ctx);
    const { leads } = linksOf(ctx.msg);
    if (!person || leads.length === 0) return next();
    const asks = leads.map((lead, place) => askOf(ctx.update.update_id, place, lead, ctx.msg));
    await roomOf(ctx, person).receive({ updateId: ctx.update.update_id, person, asks });
  });

/** In private everything is answered; in a group nobody wants to hear that a message has no link. */
withText.chatType("private").use(once, async (ctx) => {
  const person = personOf(ctx);
  const { faults } = linksOf(ctx.msg);
  const isOther = faults.some((fault) => fault !== "not-a-link");
  if (person)
    await ctx.reply(sayingTo(person)(text(isOther ? "downloader-unsupported" : "downloader-not-a-link")));
});

const linksOf = ({ text: words, caption, entities, caption_entities }: Message) =>
  linksIn(words ?? caption ?? "", (entities ?? caption_entities ?? []).map(withUrl));

const withUrl = ({ type, offset, length, ...rest }: NonNullable<Message["entities"]>[number]) => ({
  type,
  offset,
  length,
  url: "url" in rest ? rest.url : undefined,
});

const askOf = (updateId: number, place: number, lead: Lead, message: Message): Ask => ({
  id: `m${updateId}.${place}`,
  lead,
  quality: "best",
  target: replyTarget(message),
  source: "message",
});
