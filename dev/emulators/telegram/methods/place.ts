/** Place: where a message goes, whether the bot may write there, and what every message has in common. */
import * as z from "zod";
import type { Conversation, Draft } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { readKeyboard } from "../keyboard.ts";
import { badRequest, forbidden } from "../telegram-error.ts";
import type { Asked } from "./method.ts";

/** The chat a parameter names, where the bot knows it. */
export function chatAsked({ telegram, bot, parameters }: Asked, name = "chat_id"): Conversation {
  const chatId = parameters.text(name);
  if (chatId === undefined) throw badRequest("chat_id is empty");
  const conversation = telegram.store.find(bot, chatId);
  if (!conversation) throw badRequest("chat not found");
  checkMembership(conversation, bot.id);
  return conversation;
}

function checkMembership({ chat, members }: Conversation, botId: number): void {
  if (chat.type === "private") return;
  const status = members.get(botId);
  if (status === "kicked") throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (status === undefined || status === "left") {
    throw forbidden(`bot is not a member of the ${chat.type} chat`);
  }
}

/** The chat, if nobody there has shut the door on the bot. */
export function reachable(asked: Asked): Conversation {
  const { store } = asked.telegram;
  const conversation = chatAsked(asked);
  const { id, type } = conversation.chat;
  if (type === "private" && store.isDeactivated(id)) throw forbidden("user is deactivated");
  if (type === "private" && store.hasBlocked(asked.bot, id)) throw forbidden("bot was blocked by the user");
  return conversation;
}

/** The chat, if the bot may write there, and if it has not written too much lately. */
export function placeToWrite(asked: Asked, messages = 1): Conversation {
  const { telegram, bot } = asked;
  const conversation = reachable(asked);
  const { chat } = conversation;
  if (chat.type === "channel" && !conversation.isAdministrator(bot.id)) {
    throw badRequest("need administrator rights in the channel chat");
  }
  telegram.throttle.take(bot.id, chat, messages);
  return conversation;
}

/** Who wrote it and when, what it replies to and which keyboard it has. */
export function commonFields(asked: Asked, conversation: Conversation): Draft {
  const { telegram, bot, parameters } = asked;
  const { chat } = conversation;
  const keyboard = readKeyboard(parameters);
  const parent = repliedTo(asked, conversation);
  return {
    date: telegram.store.date(),
    ...(chat.type === "channel" ? { sender_chat: chat } : { from: bot.user }),
    ...(parent && { reply_to_message: parent }),
    ...(keyboard && { reply_markup: keyboard }),
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
  return parent && withoutReply(parent);
}

/** Telegram shows one step of a thread: a reply within a reply is left out. */
export function withoutReply({ reply_to_message: _, ...message }: Message): Message {
  return message;
}

/** Puts the message there and answers with it, as the bot sees it. */
export function send({ telegram, bot }: Asked, conversation: Conversation, draft: Draft): Message {
  return telegram.shownTo(bot, telegram.write(bot, conversation, draft));
}
