/** Me: whom the person at the page is on Telegram, and which chat lies open. */
import { computed, signal } from "@preact/signals";
import type { TelegramUser } from "../../../wire-telegram.ts";
import { language } from "../../state/language.ts";
import { place } from "../../state/place.ts";
import type { ChatEntry, ChatName } from "../chat-entry.ts";
import { bot, telegram } from "./telegram.ts";

/** They speak different languages, so that the bot can be heard in both. The last one is its admin. */
export const cast = [
  { id: 501, is_bot: false, first_name: "Анна", username: "anna", language_code: "ru" },
  { id: 502, is_bot: false, first_name: "Bob", username: "bob", language_code: "en" },
  { id: 7001, is_bot: false, first_name: "Admin", username: "admin7001", language_code: "ru" },
] as const satisfies readonly TelegramUser[];

/** Their language is the one in which a bot answers them. */
export type Person = TelegramUser & Required<Pick<TelegramUser, "language_code">>;

const chosen = signal<Person>(cast[0]);

/** The forwarder answers to its admins and to nobody else. Its panel is long, and in the language of the page. */
const admin = computed<Person>(() => ({ ...cast[2], language_code: language.value }));

export const me = computed<Person>(() => (place.value === "forwarder" ? admin.value : chosen.value));

export function be(person: Person): void {
  chosen.value = person;
}

/** A person to talk to without the bot. */
export const friend = computed<Person>(() => (me.value.id === cast[0].id ? cast[1] : cast[0]));

export const group = { id: -1_003_000_000_501, type: "supergroup" } as const;

export const entries = computed<readonly ChatEntry[]>(() => {
  const [mine, other] = [me.value.id, friend.value.id];
  const pair = [mine, other].toSorted((one, another) => one - another).join(":");
  const store = telegram.value?.chats.find(({ type }) => type === "channel");
  return [
    { name: "bot", key: `${bot.value?.id}:${mine}`, chatId: undefined, hasBot: true },
    { name: "group", key: String(group.id), chatId: group.id, hasBot: true },
    { name: "friend", key: `people:${pair}`, chatId: other, hasBot: false },
    ...(store ? [{ name: "store", key: store.key, chatId: store.id, hasBot: true } as const] : []),
  ];
});

export const openName = signal<ChatName>("bot");

/** The chat that lies open; there is always one. */
export const openChat = computed<ChatEntry | undefined>(() =>
  entries.value.find(({ name }) => name === (place.value === "forwarder" ? "bot" : openName.value)),
);

export const isMe = (user: Pick<TelegramUser, "id"> | undefined) => user?.id === me.value.id;
