/** Where a message was first, as whoever passes it on describes it. */
import * as z from "zod";
import { chatFrom, chatSchema, personFrom, personSchema } from "./control-request.ts";
import type { Store } from "./store.ts";

export const originSchema = z.strictObject({
  chat: chatSchema.optional(),
  message_id: z.int().optional(),
  signature: z.string().optional(),
  user: personSchema.optional(),
  /** Somebody who hides behind a name. */
  name: z.string().optional(),
});

/** A MessageOrigin: https://core.telegram.org/bots/api#messageorigin */
export function originFrom(store: Store, given: z.infer<typeof originSchema>) {
  const { chat, message_id = 1, signature, user, name = "Somebody" } = given;
  const date = store.date();
  const signed = signature === undefined ? {} : { author_signature: signature };
  if (user !== undefined) return { type: "user", date, sender_user: personFrom(store, user) };
  if (chat === undefined) return { type: "hidden_user", date, sender_user_name: name };
  const card = chatFrom(store, chat);
  return card.type === "channel"
    ? { type: "channel", date, chat: card, message_id, ...signed }
    : { type: "chat", date, sender_chat: card, ...signed };
}
