/** How a chat is called in the list and above its messages. */
import { texts } from "../../state/language.ts";
import { botTitle } from "../chat/names.ts";
import type { ChatEntry } from "../chat-entry.ts";
import { friend } from "../state/me.ts";
import { bot, chatWithKey } from "../state/telegram.ts";

interface EntryLook {
  readonly id: number;
  readonly title: string;
  readonly about: string;
}

export function lookOf({ name, chatId = 0, key }: ChatEntry): EntryLook {
  const t = texts.value.telegram;
  switch (name) {
    case "bot":
      return {
        id: bot.value?.id ?? 0,
        title: botTitle(bot.value?.id),
        about: `@${bot.value?.username ?? ""}`,
      };
    case "group":
      return { id: chatId, title: t.group, about: t.groupAbout };
    case "friend":
      return { id: friend.value.id, title: friend.value.first_name, about: t.friendAbout };
    case "store":
      return { id: chatId, title: t.store, about: t.storeAbout };
    case "room":
      return { id: chatId, title: chatWithKey(key)?.title ?? String(chatId), about: "" };
  }
}
