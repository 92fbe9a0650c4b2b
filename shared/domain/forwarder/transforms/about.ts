import type { Instant } from "#kernel/clock";
import type { Message } from "../message.ts";

/** What a template may tell of a post. */
export interface About {
  readonly chat: string;
  /** Without its @, as Telegram has it. */
  readonly chatUsername?: string;
  /** Of a channel's post the author who signed it, or else the channel. */
  readonly sender: string;
  readonly senderUsername?: string;
  /** Undefined where there is none: a group that is no supergroup has no links. */
  readonly link?: string;
  readonly date: Instant;
  /** In which date and time are told, such as `Europe/Moscow`. */
  readonly timeZone: string;
}

/** Of an album its first message. */
export function aboutOf(message: Message, timeZone: string): About {
  const { chatTitle, chatUsername, sender, date } = message;
  const link = linkOf(message);
  return {
    chat: chatTitle,
    sender: sender.signature ?? sender.name,
    date,
    timeZone,
    ...(chatUsername && { chatUsername }),
    ...(sender.username && { senderUsername: sender.username }),
    ...(link && { link }),
  };
}

/** https://core.telegram.org/api/links#message-links */
export function linkOf({
  chatId,
  chatUsername,
  id,
}: Pick<Message, "chatId" | "chatUsername" | "id">): string | undefined {
  if (chatUsername) return `https://t.me/${chatUsername}/${id}`;
  const internal = /^-100(\d+)$/.exec(chatId)?.[1];
  return internal && `https://t.me/c/${internal}/${id}`;
}
