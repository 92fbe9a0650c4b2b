import { Composer } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Translate } from "#kernel/i18n";
import { text } from "#kernel/text";
import { asked, means } from "#adapters/telegram/bot-api";
import { type ChatSettings, chatSwitches } from "#domain/downloader/chat-settings";
import type { Person } from "#domain/downloader/person";
import type { Wish } from "#durable-objects/requester/chat-wishes";
import { answered } from "../answered.ts";
import { type BotContext, once, personNamed, personOf, roomOf, sayingTo } from "./conversation.ts";

/** What a chat wishes of the bot, by buttons. In a group its administrators decide. */
export const settings = new Composer<BotContext>();

const wishes: readonly Wish[] = [...chatSwitches, "language"];

settings.command("settings", once, async (ctx) => {
  const person = personOf(ctx);
  if (!person) return;
  const say = sayingTo(person);
  if (!(await mayDecide(ctx))) {
    await ctx.reply(say(text("downloader-settings-admins")));
    return;
  }
  const current = await roomOf(ctx, { id: String(ctx.chat.id) }).wishes();
  const sayHere = sayingIn(current, person);
  await ctx.reply(sayHere(text("downloader-settings")), { reply_markup: keyboard(current, sayHere) });
});

settings.callbackQuery(/^s\.(\w+)$/, async (ctx, next) => {
  const wish = wishes.find((each) => each === ctx.match[1]);
  const chat = ctx.chat;
  if (!wish || !chat) return next();
  const person = personNamed(ctx.from);
  if (!(await mayDecide(ctx))) {
    await answered(ctx, sayingTo(person)(text("downloader-settings-admins")));
    return;
  }
  const chatId = String(chat.id);
  const updateId = ctx.update.update_id;
  const changed = await roomOf(ctx, { id: chatId }).wish({ updateId, chatId, wish });
  await answered(ctx);
  const reply_markup = keyboard(changed, sayingIn(changed, person));
  await asked(ctx.editMessageReplyMarkup({ reply_markup })).catch((error: unknown) => {
    // Pressed twice at once, the keyboard may look like this already.
    if (!means(error, "nothing to change")) throw error;
  });
});

/** A chat has its own language, or is spoken to in that of whoever asks. */
const sayingIn = ({ language }: ChatSettings, person: Person): Translate =>
  sayingTo({ language: language ?? person.language });

async function mayDecide(ctx: BotContext): Promise<boolean> {
  if (ctx.chat?.type === "private") return true;
  if (!ctx.from || !ctx.chat) return false;
  // A group speaking as itself is a nameless administrator.
  if (ctx.senderChat?.id === ctx.chat.id) return true;
  const { status } = await ctx.api.getChatMember(ctx.chat.id, ctx.from.id);
  return status === "creator" || status === "administrator";
}

function keyboard(current: ChatSettings, say: Translate) {
  return {
    inline_keyboard: [
      ...chatSwitches.map((each) =>
        row(say(text(`downloader-setting-${each}`, { on: current[each] ? "yes" : "no" })), each),
      ),
      row(say(text("downloader-setting-language", { language: current.language ?? "auto" })), "language"),
    ],
  };
}

const row = (label: string, wish: Wish): InlineKeyboardButton[] => [
  { text: label, callback_data: `s.${wish}` },
];
