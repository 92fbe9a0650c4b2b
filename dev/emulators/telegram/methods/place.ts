/** Place: where a message goes, whether the bot may write there, and what every message has in common. */
import * as z from "zod";
import type { Conversation, Draft } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { readKeyboard } from "../keyboard.ts";
import { isThere, mayAsAdministrator } from "../membership.ts";
import { badRequest, forbidden, TelegramError } from "../telegram-error.ts";
import { complaintAbout } from "./content.ts";
import type { Asked } from "./method.ts";

/** What a method is about to do in a chat; a public one may be read by anybody. */
export type Access = "read" | "edit" | "write";

/** The chat a parameter names, where the bot knows it and may do so much there. */
export function chatAsked(
  { telegram, bot, parameters }: Asked,
  name = "chat_id",
  access: Access = "read",
): Conversation {
  const chatId = parameters.text(name);
  if (chatId === undefined) throw badRequest("chat_id is empty");
  const conversation = telegram.store.find(bot, chatId);
  if (!conversation) throw badRequest("chat not found");
  checkAccess(conversation, bot.id, access);
  return conversation;
}

/** As Telegram's own server does: tdlib/telegram-bot-api, Client.cpp, `check_chat_access`. */
function checkAccess(conversation: Conversation, botId: number, access: Access): void {
  const { chat, migratedTo } = conversation;
  if (chat.type === "private") return;
  if (migratedTo !== undefined && access === "write") throw upgraded(migratedTo);
  const standing = conversation.standingOf(botId);
  // Whoever is out of a plain group still has what was said there.
  if (chat.type === "group" && access === "read") return;
  if (standing.status === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  const isOpen = chat.username !== undefined && access === "read";
  if (!isOpen && !isThere(standing)) throw forbidden(`bot is not a member of the ${chat.type} chat`);
}

function upgraded(migrate_to_chat_id: number): TelegramError {
  return new TelegramError(400, "Bad Request: group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id,
  });
}

/** The chat, if nobody there has shut the door on the bot. */
export function reachable(asked: Asked): Conversation {
  const { store } = asked.telegram;
  const conversation = chatAsked(asked, "chat_id", "write");
  const { id, type } = conversation.chat;
  if (type === "private" && store.isDeactivated(id)) throw forbidden("user is deactivated");
  if (type === "private" && store.hasBlocked(asked.bot, id)) throw forbidden("bot was blocked by the user");
  return conversation;
}

/** The chat, if the bot may write there, and if it has not written too much lately. */
export function placeToWrite(asked: Asked, messages = 1): Conversation {
  const { telegram, bot } = asked;
  const conversation = reachable(asked);
  topicAsked(asked, conversation);
  if (conversation.isChannel && !mayAsAdministrator(conversation.standingOf(bot.id), "can_post_messages")) {
    throw badRequest("need administrator rights in the channel chat");
  }
  telegram.throttle.take(bot.id, conversation.chat, messages);
  return conversation;
}

const generalTopic = 1;

/** Only a forum has topics. The first of them is not to be named: tdlib/telegram-bot-api, `check_message_topic`. */
function topicAsked({ parameters }: Asked, { topics }: Conversation): number | undefined {
  const id = parameters.integer("message_thread_id");
  if (id === undefined || id === 0 || topics.size === 0) return undefined;
  if (id === generalTopic || !topics.has(id)) throw badRequest("message thread not found");
  return id;
}

/** The members of a message that say in which topic it is. */
export function topicFields(topic: number | undefined) {
  return topic === undefined || topic === generalTopic
    ? {}
    : { message_thread_id: topic, is_topic_message: true };
}

/** Who wrote it and when, what it replies to and which keyboard it has. */
export function commonFields(asked: Asked, conversation: Conversation): Draft {
  const keyboard = readKeyboard(asked.parameters);
  const parent = repliedTo(asked, conversation);
  return {
    ...frame(asked, conversation, parent),
    ...(parent && { reply_to_message: withoutReply(parent) }),
    ...(keyboard && { reply_markup: keyboard }),
  };
}

/** The same without reply and keyboard, which not every method takes. */
export function frame(asked: Asked, conversation: Conversation, parent?: Message): Draft {
  const { telegram, bot, parameters } = asked;
  const { chat, isChannel } = conversation;
  // Where no topic is named a reply stays where its parent is.
  const topic = topicAsked(asked, conversation) ?? (parent?.["message_thread_id"] as number | undefined);
  return {
    date: telegram.store.date(),
    ...(isChannel ? { sender_chat: chat } : { from: bot.user }),
    ...topicFields(conversation.topics.size > 0 ? topic : undefined),
    ...(parameters.flag("protect_content") && { has_protected_content: true }),
  };
}

const replySchema = z.looseObject({
  message_id: z.coerce.number(),
  allow_sending_without_reply: z.boolean().optional(),
});

function repliedTo({ parameters }: Asked, conversation: Conversation): Message | undefined {
  const reply = parameters.json("reply_parameters", replySchema, "can't parse reply parameters JSON object");
  const id = reply?.message_id ?? parameters.integer("reply_to_message_id");
  if (id === undefined) return undefined;
  const parent = conversation.message(id);
  const isOptional = reply?.allow_sending_without_reply ?? parameters.flag("allow_sending_without_reply");
  if (!parent && !isOptional) throw badRequest("message to be replied not found");
  return parent;
}

/** Telegram shows one step of a thread: a reply within a reply is left out. */
export function withoutReply({ reply_to_message: _, ...message }: Message): Message {
  return message;
}

/** Puts the message there and answers with it, as the bot sees it. */
export function send(asked: Asked, conversation: Conversation, draft: Draft): Message {
  return write(asked, conversation, draft, conversation.holdsVideosBack && "video" in draft);
}

/** The same with many; an album is held back as a whole. */
export function sendAll(asked: Asked, conversation: Conversation, drafts: readonly Draft[]): Message[] {
  const slow = drafts.filter((draft) => conversation.holdsVideosBack && "video" in draft);
  const albums = new Set(slow.map(({ media_group_id: album }) => album));
  albums.delete(undefined);
  return drafts.map((draft) => {
    const isHeldBack = slow.includes(draft) || albums.has(draft.media_group_id);
    return write(asked, conversation, draft, isHeldBack);
  });
}

function write(
  { telegram, bot }: Asked,
  conversation: Conversation,
  draft: Draft,
  isHeldBack: boolean,
): Message {
  const complaint = complaintAbout(draft, conversation.standingOf(bot.id));
  if (complaint !== undefined) throw badRequest(complaint);
  const message = telegram.write(bot, conversation, draft);
  if (!isHeldBack) return telegram.shownTo(bot, message);
  // Scheduled until it has been re-encoded: https://core.telegram.org/bots/api#messageid
  conversation.mark(message.message_id, { isHeldBack });
  return telegram.shownTo(bot, { ...message, message_id: 0 });
}
