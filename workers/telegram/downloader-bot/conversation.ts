import type { Context, NextFunction } from "grammy";
import type { Message, User } from "grammy/types";
import type { DownloaderConfig } from "#kernel/config";
import type { Language, Translate } from "#kernel/i18n";
import type { Person } from "#domain/downloader/person";
import type { Target } from "#domain/downloader/request";
import { speaking } from "#domain/downloader/texts/texts";
import type { RequesterDO } from "#durable-objects/requester/requester";
import { languageOf } from "../language.ts";
import type { HouseOf } from "../webhook.ts";

/** What every part of the bot finds in its context. */
export type House = HouseOf<DownloaderConfig>;

export type BotContext = Context & {
  house: House;
  /** Known behind `once`, of whoever has chosen one. */
  chosenLanguage?: Language | undefined;
};

/** Who is speaking; undefined for what nobody in particular has sent. */
export function personOf(ctx: BotContext): Person | undefined {
  if (ctx.from && !isAnonymous(ctx.from)) {
    const person = personNamed(ctx.from);
    return { ...person, language: ctx.chosenLanguage ?? person.language };
  }
  const chat = ctx.senderChat ?? ctx.chat;
  return chat && { id: String(chat.id), name: chat.title ?? "", language: "ru" };
}

export const personNamed = (user: User): Person => ({
  id: String(user.id),
  name: [user.first_name, user.last_name].filter(Boolean).join(" "),
  ...(user.username && { username: user.username }),
  language: languageOf(user.language_code),
});

/** Telegram names these in place of a channel or a nameless administrator: https://core.telegram.org/bots/api#message */
const isAnonymous = ({ id }: User) => id === 777_000 || id === 1_087_968_824 || id === 136_817_688;

export const roomOf = ({ house }: BotContext, { id }: Pick<Person, "id">): DurableObjectStub<RequesterDO> =>
  house.env.REQUESTER.getByName(id);

export const sayingTo = ({ language }: Pick<Person, "language">): Translate => speaking(language);

/** An answer to a message, in the chat and topic where it stands. */
export const replyTarget = (message: Message): Target => ({
  is: "chat",
  chatId: message.chat.id,
  isPrivate: message.chat.type === "private",
  messageId: message.message_id,
  ...(message.is_topic_message && message.message_thread_id && { threadId: message.message_thread_id }),
});

/**
 * For what is merely said: what was seen to is not said again, and who is blocked hears nothing. Marked afterwards, for
 * an answer that comes twice does less harm than one that never comes.
 */
export async function once(ctx: BotContext, next: NextFunction): Promise<void> {
  const person = personOf(ctx);
  if (!person) return;
  const room = roomOf(ctx, person);
  const { seen, blocked, chosenLanguage } = await room.meet(ctx.update.update_id, person);
  if (seen || blocked) return;
  ctx.chosenLanguage = chosenLanguage;
  await next();
  await room.done(ctx.update.update_id);
}
