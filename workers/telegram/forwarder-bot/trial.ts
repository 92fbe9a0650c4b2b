import type { MessageEntity } from "grammy/types";
import { asIfPosted, trialOf } from "#domain/forwarder/panel/trial";
import { readMessage } from "#adapters/telegram/read-arrival";
import type { Wait } from "#domain/forwarder/panel/dialogue";
import { type BotContext, channelsOf, mappingsOf } from "./conversation.ts";
import { showDialogue } from "./dialogues.ts";
import { wordsOf } from "./show.ts";

/** Shows what a mapping would do with the message, here and nowhere else; the next message is tested too. */
export async function tested(ctx: BotContext, { mapping: id = 0 }: Wait): Promise<void> {
  if (!ctx.message) return;
  const mapping = await mappingsOf(ctx).find(id);
  const chat = await channelsOf(ctx).find(mapping.source.chat);
  const { lines, results } = trialOf(asIfPosted(readMessage(ctx.message), mapping, chat), mapping);
  await ctx.reply(wordsOf(ctx, lines));
  for (const { text, entities } of results)
    // The cast: they are Telegram's own, moved.
    await ctx.reply(text, {
      entities: [...entities] as MessageEntity[],
      link_preview_options: { is_disabled: true },
    });
  await showDialogue(ctx);
}
