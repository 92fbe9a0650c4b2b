import type { InlineKeyboardMarkup } from "grammy/types";
import type { Text } from "#kernel/text";
import { asked, means } from "#adapters/telegram/bot-api";
import type { Screen } from "#domain/forwarder/panel/button";
import { type BotContext, sayingTo } from "./conversation.ts";

/** https://core.telegram.org/bots/api#sendmessage */
const mostCharacters = 4_096;

/** Shows a screen: in the message whose button was pressed, or as a new one. */
export async function show(ctx: BotContext, screen: Screen): Promise<void> {
  const words = wordsOf(ctx, screen.lines);
  const more = { reply_markup: keyboardOf(ctx, screen), link_preview_options: { is_disabled: true } };
  if (!ctx.callbackQuery?.message) {
    await ctx.reply(words, more);
    return;
  }
  try {
    await asked(ctx.editMessageText(words, more));
  } catch (error) {
    // Pressed twice at once, or refreshed where nothing has happened.
    if (means(error, "nothing to change")) return;
    if (!means(error, "message is gone")) throw error;
    await ctx.reply(words, more);
  }
}

export const wordsOf = (ctx: BotContext, lines: readonly Text[]): string =>
  lines.map(sayingTo(ctx)).join("\n").slice(0, mostCharacters);

function keyboardOf(ctx: BotContext, { rows }: Screen): InlineKeyboardMarkup {
  const say = sayingTo(ctx);
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ label, data }) => ({ text: say(label), callback_data: data })),
    ),
  };
}

/** The same screen with a word above it. */
export const noted = (note: Text, screen: Screen): Screen => ({
  ...screen,
  lines: [note, ...screen.lines],
});
