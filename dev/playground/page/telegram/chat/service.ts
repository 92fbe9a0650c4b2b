/** What Telegram itself says between the messages of people. */
import type { Message } from "../../../wire-telegram.ts";
import { texts } from "../../state/language.ts";
import { summaryOf } from "./names.ts";

/** Undefined: a message of somebody. */
export function serviceWords(message: Message): string | undefined {
  const t = texts.value.telegram;
  const pinned = message["pinned_message"];
  // The cast: a member of that name is the message that was pinned (Bot API, Message).
  if (pinned !== undefined) return t.hasPinned(summaryOf(pinned as Message));
  const hasMoved = "migrate_to_chat_id" in message || "migrate_from_chat_id" in message;
  return hasMoved ? t.hasMoved : undefined;
}
