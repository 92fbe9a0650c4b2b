import { Mistake } from "../../world/mistake.ts";
import type { Conversation } from "./conversation.ts";
import type { Message } from "./entities.ts";

/** A message that somebody of the world points at. */
export function messageIn(conversation: Conversation, id: number): Message {
  const message = conversation.message(id);
  if (!message) throw new Mistake(`There is no message ${id} in the chat ${conversation.chat.id}`);
  return message;
}
