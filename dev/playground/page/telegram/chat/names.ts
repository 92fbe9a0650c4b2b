/** Names: what people read above a message. */
import type { Message } from "../../../wire-telegram.ts";
import { texts } from "../../state/language.ts";
import { telegram } from "../state/telegram.ts";

export function nameOf({ from, sender_chat: sender, chat }: Message): string {
  if (from) return from.is_bot ? botTitle(from.id) : from.first_name;
  return sender?.title ?? chat.title ?? "?";
}

/** Bots are called as people know them, in the language of the page. */
export function botTitle(id: number | undefined): string {
  const t = texts.value.telegram;
  const bot = telegram.value?.bots.find((each) => each.id === id);
  return bot?.name === "forwarder" ? t.forwarderBot : t.bot;
}

/** The words of a message in one line, or what it is where it has none. */
export function summaryOf(message: Message): string {
  const t = texts.value.telegram;
  const words = message.text ?? message.caption;
  const kind =
    "video" in message
      ? t.video
      : "photo" in message
        ? t.photo
        : "audio" in message
          ? t.audio
          : "document" in message
            ? t.document
            : "";
  return [kind, words?.replace(/\s+/g, " ")].filter(Boolean).join(", ");
}
