/** Rooms: the groups and channels that the forwarder is about, and which two of them lie open. */
import { computed, signal } from "@preact/signals";
import type { TelegramChat, Topic } from "../../../wire-telegram.ts";
import type { ChatEntry } from "../../telegram/chat-entry.ts";
import { telegram } from "../../telegram/state/telegram.ts";
import type { End } from "../end.ts";
import { mappings } from "./product.ts";

/** A chat, or one topic of a forum. */
export interface Room {
  /** As the product's API names it, such as `-1001234567890#7`. */
  readonly name: string;
  readonly title: string;
  readonly chat: TelegramChat;
  readonly topic: Topic | undefined;
}

const downloader = computed(() => telegram.value?.bots.find(({ name }) => name === "downloader")?.id);

/** Where the downloader is as well the page is about the downloader. */
const chats = computed(() =>
  (telegram.value?.chats ?? []).filter(
    ({ type, members }) => type !== "private" && members.every(({ id }) => id !== downloader.value),
  ),
);

export const rooms = computed<readonly Room[]>(() =>
  chats.value
    .filter(({ migratedTo }) => migratedTo === undefined)
    .flatMap((chat) => [chat, ...chat.topics].map((each) => roomOf(chat, each === chat ? undefined : each))),
);

function roomOf(chat: TelegramChat, topic: TelegramChat | Topic | undefined): Room {
  const title = chat.title ?? String(chat.id);
  if (!topic || !("name" in topic)) return { name: String(chat.id), title, chat, topic: undefined };
  return { name: `${chat.id}#${topic.id}`, title: `${title} › ${topic.name}`, chat, topic };
}

const chosen = signal<Readonly<Partial<Record<End, string>>>>({});

export function choose(end: End, name: string): void {
  chosen.value = { ...chosen.value, [end]: name };
}

export function swap(): void {
  const { source, target } = opened.value;
  chosen.value = { ...(target && { source: target.name }), ...(source && { target: source.name }) };
}

export function forgetRooms(): void {
  chosen.value = {};
}

/** The two that lie open: those that were chosen, and otherwise those of the first mapping. */
export const opened = computed<Readonly<Record<End, Room | undefined>>>(() => {
  const [first] = mappings.value ?? [];
  const source = roomNamed(chosen.value.source) ?? roomNamed(first?.source) ?? rooms.value[0];
  const target =
    roomNamed(chosen.value.target) ??
    roomNamed(first?.target) ??
    rooms.value.find(({ chat }) => chat.id !== source?.chat.id);
  return { source, target };
});

/** A group that has moved is followed to where it is now. */
function roomNamed(name: string | undefined): Room | undefined {
  if (name === undefined) return undefined;
  const moved = chats.value.find(({ id }) => String(id) === name)?.migratedTo;
  return rooms.value.find((room) => room.name === (moved === undefined ? name : String(moved)));
}

/** What a place is called now, its topic too; undefined: the world does not know it. */
export const titleOf = (name: string): string | undefined => roomNamed(name)?.title;

/** The mapping between the two. */
export const between = computed(() => {
  const { source, target } = opened.value;
  return mappings.value?.find((each) => each.source === source?.name && each.target === target?.name);
});

export const entryOf = ({ chat, topic }: Room): ChatEntry => ({
  name: "room",
  key: chat.key,
  chatId: chat.id,
  hasBot: true,
  ...(topic && { topic: topic.id }),
});
