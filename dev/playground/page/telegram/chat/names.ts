/** Names: what people read above a message. */
import type { Message } from "../../../wire-telegram.ts";
import { texts } from "../../state/language.ts";

export function nameOf({ from, sender_chat: sender, chat }: Message): string {
  if (from) return from.is_bot ? texts.value.telegram.bot : from.first_name;
  return sender?.title ?? chat.title ?? "?";
}

/** The words of a message in one line, or what it is where it has none. */
export function summaryOf(message: Message): string {
  const t = texts.value.telegram;
  const words = message.text ?? message.caption;
  const kind =
    "video" in message ? t.video : "photo" in message ? t.photo : "audio" in message ? t.audio : "";
  return [kind, words?.replace(/\s+/g, " ")].filter(Boolean).join(", ");
}
