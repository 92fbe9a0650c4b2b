import type { Conversation } from "../conversation.ts";
import type { Message } from "../entities.ts";
import type { Bot } from "../bot.ts";

/** Whether the bot wrote it: a post of a channel does not say so itself. */
export function isOwn(conversation: Conversation, { message_id, from }: Message, { id }: Bot): boolean {
  return conversation.writerOf(message_id) === id && (from === undefined || from.id === id);
}
