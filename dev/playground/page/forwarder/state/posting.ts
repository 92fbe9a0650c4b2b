/** Posting: what people do in the source, and the chats they open. */
import { signal } from "@preact/signals";
import type { ShownMessage, Told } from "../../../wire-telegram.ts";
import { type Answer, post, remove } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { complain } from "../../state/notices.ts";
import { cast } from "../../telegram/state/me.ts";
import { lookAtTelegram, telegram } from "../../telegram/state/telegram.ts";
import type { ChatKind } from "../chat-kind.ts";
import type { End } from "../end.ts";
import { freshPost, type Post, type PresetName } from "../presets.ts";
import { about, draft } from "./draft.ts";
import { beginJourney } from "./journey.ts";
import { connect } from "./product.ts";
import { choose, opened, type Room, rooms } from "./rooms.ts";

/** How many posts this page has made: each of them says its number. */
export const posted = signal(0);

export async function publish(name: PresetName): Promise<void> {
  begin();
  await send(fresh(name));
}

const fresh = (name: PresetName): Post => freshPost(name, texts.value.forwarder.samples, posted.value + 1);

/** Many at once, to see what a queue is for. */
export async function publishMany(count: number): Promise<void> {
  begin();
  for (let place = 0; place < count; place += 1) await send(fresh("text"));
}

/** Sends what has been written, or changes the message that is being edited. */
export async function sendDraft(): Promise<void> {
  const text = draft.value.trim();
  if (text === "") return;
  const concerning = about.value;
  draft.value = "";
  about.value = undefined;
  begin();
  if (concerning?.is === "edit") return edit(concerning.message, text);
  await send({ text, ...(concerning && { reply_to: concerning.message.message_id }) });
}

const begin = () => beginJourney(opened.value.target?.chat.id);

async function send(content: Post): Promise<void> {
  const room = opened.value.source;
  if (!room) return;
  posted.value += 1;
  const author = room.chat.type === "channel" ? {} : { from: cast[0] };
  const where = room.topic && room.topic.id !== 1 ? { topic: room.topic.id } : {};
  await act(room, "posts", { ...content, ...author, ...where });
}

async function edit(message: ShownMessage, words: string): Promise<void> {
  const content = message.text === undefined ? { caption: words } : { text: words };
  if (opened.value.source) await act(opened.value.source, `posts/${message.message_id}`, content);
}

export async function turnPin({ message_id: id, isPinned }: ShownMessage): Promise<void> {
  begin();
  if (opened.value.source) await act(opened.value.source, `posts/${id}/${isPinned ? "unpin" : "pin"}`);
}

/** No bot is told, as at Telegram: what was carried stays. */
export async function deletePost({ message_id: id }: ShownMessage): Promise<void> {
  const room = opened.value.source;
  if (room) heard(await remove(`/telegram/chats/${room.chat.id}/posts/${id}`));
}

/** A group becomes a supergroup, under another id. */
export async function migrate(room: Room): Promise<void> {
  await act(room, "migrate", { to: newId() });
}

async function act({ chat }: Room, deed: string, what: object = {}): Promise<void> {
  heard(await post<Told>(`/telegram/chats/${chat.id}/${deed}`, what));
}

/** Opens a chat in which the forwarder is an administrator, and shows it. */
export async function openNew(
  end: End,
  kind: ChatKind,
  isProtected: boolean,
  title?: string,
): Promise<string> {
  const t = texts.value.forwarder;
  const number = rooms.value.filter(({ topic }) => topic === undefined).length + 1;
  const chat = {
    id: kind === "group" ? newId("group") : newId(),
    type: kind === "forum" ? "supergroup" : kind,
    title: title ?? `${t.kinds[kind]} ${number}`,
    botRights: "administrator",
    protected: isProtected,
    ...(kind === "forum" && { topics: t.topics.map((name, place) => ({ id: place + 2, name })) }),
  };
  heard(await post<Told>("/telegram/chats", chat));
  await lookAtTelegram();
  choose(end, String(chat.id));
  return String(chat.id);
}

/** Whether the forwarder may post in a chat. */
export function isWelcome({ chat: { members } }: Room): boolean {
  const bot = telegram.value?.bots.find(({ name }) => name === "forwarder");
  return members.some(({ id, status }) => id === bot?.id && status === "administrator");
}

/** Throws the forwarder out of a chat, or lets it in again. */
export async function turnOut(room: Room): Promise<void> {
  const botRights = isWelcome(room) ? "kicked" : "administrator";
  heard(await post<Told>("/telegram/chats", { id: room.chat.id, botRights }));
}

/** A source, a target, and a mapping between them. */
export async function makeExample(): Promise<void> {
  const { example } = texts.value.forwarder;
  const source = await openNew("source", "channel", false, example.source);
  const target = await openNew("target", "channel", false, example.target);
  if (await connect(source, target)) await publish("text");
}

/** Of a channel or supergroup, or of a plain group, as Telegram numbers them. */
function newId(of?: "group"): number {
  const number = Math.floor(Math.random() * 1_000_000_000);
  return of === "group" ? -100_000_000 - number : -1_003_000_000_000 - number;
}

function heard(answer: Answer<Told | null>): void {
  if (!answer.ok) complain(answer.why);
  else if (answer.value?.status === 0) complain(texts.value.telegram.notDelivered);
  void lookAtTelegram();
}
