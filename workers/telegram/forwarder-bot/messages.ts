import { Composer } from "grammy";
import type { Message } from "grammy/types";
import { text } from "#kernel/text";
import { placeName } from "#domain/forwarder/chat";
import type { Dialogue } from "#domain/forwarder/panel/dialogue";
import { type BotContext, channelsOf, sayingTo } from "./conversation.ts";
import { advanced, hasEnded, showDialogue } from "./dialogues.ts";
import { imported, wordsIn } from "./files.ts";
import { noted, show } from "./show.ts";
import { tested } from "./trial.ts";
import { viewOf } from "./views.ts";

/** What administrators write, forward or choose: it belongs to the dialogue they are in. */
export const messages = new Composer<BotContext>();

messages.on("message", async (ctx) => {
  const { kept } = ctx.session;
  if (!kept) return show(ctx, noted(text("forwarder-nothing-asked"), await viewOf(ctx, ["home"])));
  if (await hasEnded(ctx)) return;
  const { dialogue } = kept;
  if (wantsPlace(dialogue)) return placeGiven(ctx, dialogue, ctx.message);
  if (dialogue.is === "wait" && dialogue.step === "post") return tested(ctx, dialogue);
  if (dialogue.is === "wait" && dialogue.step === "file" && ctx.message.document)
    return imported(ctx, dialogue);
  const words = ctx.message.document ? await wordsIn(ctx, ctx.message.document) : ctx.message.text;
  if (words === undefined) return showDialogue(ctx, text("forwarder-problem-wants-words"));
  await advanced(ctx, { is: "words", words });
});

const wantsPlace = (dialogue: Dialogue) =>
  (dialogue.is === "wait" && dialogue.step === "chat") ||
  (dialogue.is === "add-mapping" && (dialogue.step === "sources" || dialogue.step === "targets"));

/** Throws Unusable, which says why it is no chat that can be used. */
async function placeGiven(ctx: BotContext, dialogue: Dialogue, message: Message): Promise<void> {
  const { chat, place } = await channelsOf(ctx).recognise(message);
  if (message.chat_shared)
    await ctx.reply(sayingTo(ctx)(text("forwarder-picked", { title: chat.title })), {
      reply_markup: { remove_keyboard: true },
    });
  if (dialogue.is === "add-mapping") return advanced(ctx, { is: "place", place: placeName(place) });
  delete ctx.session.kept;
  await show(ctx, noted(text("forwarder-saved"), await viewOf(ctx, ["chat", chat.id])));
}
