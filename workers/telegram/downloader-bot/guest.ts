import { Composer } from "grammy";
import { linksIn } from "#domain/downloader/link/links-in";
import { type BotContext, personNamed, roomOf, sayingTo } from "./conversation.ts";
import { cachedResult, cacheOf, fetchResult, inlineAskId, postOf } from "./inline.ts";

/** Somebody mentions the bot in a chat where it is not: it may answer once (https://core.telegram.org/bots/api#answerguestquery). */
export const guest = new Composer<BotContext>();

guest.on("guest_message", async (ctx) => {
  const message = ctx.guestMessage;
  const query = message.guest_query_id;
  const words = [
    message.text ?? message.caption,
    message.reply_to_message?.text ?? message.reply_to_message?.caption,
  ];
  const [lead] = words.flatMap((each) => linksIn(each ?? "").leads);
  const post = lead && (await postOf(ctx, lead));
  if (query === undefined || !post) return;
  const person = personNamed(message.from);
  const say = sayingTo(person);
  const updateId = ctx.update.update_id;
  // What was put there for somebody who is not served would promise a video for ever.
  if ((await roomOf(ctx, person).meet(updateId, person)).blocked) return;
  const upload = await cacheOf(ctx).find(post, "best");
  if (upload?.files.length === 1) {
    await ctx.api.answerGuestQuery(query, cachedResult(upload, post, say));
    await roomOf(ctx, person).given({ updateId, person, post });
    return;
  }
  const { inline_message_id } = await ctx.api.answerGuestQuery(query, fetchResult(post, say));
  const ask = {
    id: inlineAskId(inline_message_id),
    lead: { is: "post", post },
    quality: "best",
    target: { is: "inline", messageId: inline_message_id },
    source: "guest",
  } as const;
  await roomOf(ctx, person).receive({ updateId, person, asks: [ask] });
});
