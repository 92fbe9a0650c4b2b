/** How a chat is called in the list and above its messages. */
import { texts } from "../../state/language.ts";
import { type ChatEntry, friend } from "../state/me.ts";
import { bot } from "../state/telegram.ts";

interface EntryLook {
  readonly id: number;
  readonly title: string;
  readonly about: string;
}

export function lookOf({ name, chatId = 0 }: ChatEntry): EntryLook {
  const t = texts.value.telegram;
  switch (name) {
    case "bot":
      return { id: bot.value?.id ?? 0, title: t.bot, about: `@${bot.value?.username ?? ""}` };
    case "group":
      return { id: chatId, title: t.group, about: t.groupAbout };
    case "friend":
      return { id: friend.value.id, title: friend.value.first_name, about: t.friendAbout };
    case "store":
      return { id: chatId, title: t.store, about: t.storeAbout };
  }
}
