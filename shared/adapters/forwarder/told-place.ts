import { type NamedPlace, namedPlace } from "#domain/forwarder/named-place";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import type { Message } from "grammy/types";

/**
 * The place that somebody means with a message: what he chose with a button, where the post he forwards comes from, or
 * what he has written. Throws Unusable (person, hidden-author, not-a-chat, invite-link).
 */
export function toldPlace(message: Message): NamedPlace {
  if (message.chat_shared) return byId(message.chat_shared.chat_id);
  const origin = message.forward_origin;
  if (origin?.type === "channel") return byId(origin.chat.id);
  if (origin?.type === "chat") return byId(origin.sender_chat.id);
  if (origin?.type === "user") throw new Unusable("person", { title: origin.sender_user.first_name });
  if (origin?.type === "hidden_user") throw new Unusable("hidden-author");
  return namedPlace(message.text ?? "");
}

const byId = (id: number): NamedPlace => ({ chat: String(id), input: String(id) });
