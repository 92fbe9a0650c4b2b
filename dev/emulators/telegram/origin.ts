import type { Message } from "./entities.ts";

/** Where a message first stood, for whoever carries it on: https://core.telegram.org/bots/api#messageorigin */
export function originOf(message: Message) {
  const { date, from, sender_chat: sender, message_id, forward_origin, author_signature } = message;
  if (forward_origin !== undefined) return forward_origin;
  const signed = author_signature === undefined ? {} : { author_signature };
  if (sender?.type === "channel") return { type: "channel", date, chat: sender, message_id, ...signed };
  if (sender) return { type: "chat", date, sender_chat: sender, ...signed };
  return { type: "user", date, sender_user: from };
}
