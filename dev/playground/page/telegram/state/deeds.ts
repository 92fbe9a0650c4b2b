/** Deeds: what people do on Telegram, at the press of a button. */
import { signal } from "@preact/signals";
import type {
  Button,
  InlineAnswer,
  InlineResult,
  PressAnswer,
  ShownMessage,
  Told,
} from "../../../wire-telegram.ts";
import { type Answer, post } from "../../ask.ts";
import { texts } from "../../state/language.ts";
import { announce, complain } from "../../state/notices.ts";
import type { ChatEntry } from "../chat-entry.ts";
import type { FreshLink } from "../links.ts";
import { beginBill } from "./bill.ts";
import { draft, replyTo, way } from "./draft.ts";
import { cast, group, me, openChat, openName } from "./me.ts";
import { prepare } from "./ordeal.ts";
import { bot, botName, isKnownChat, lookAtTelegram } from "./telegram.ts";

/** The last link that was sent at one click. */
export const lastLink = signal<string | undefined>();

const linkInText = /https?:\/\/\S+/;
const at = (deed: string) => `/telegram/${botName.value}/${deed}`;

const mention = () => `@${bot.value?.username ?? ""}`;

/** Says something in the open chat. False where nobody would have heard it. */
export async function say(text: string, reply?: number): Promise<boolean> {
  const entry = openChat.value;
  if (!entry) return false;
  const [link] = linkInText.exec(text) ?? [];
  if (!entry.hasBot && !text.includes(mention())) {
    complain(texts.value.telegram.notHere(mention()));
    return false;
  }
  await makeGroup(entry);
  if (link) beginBill(link);
  if (!entry.hasBot) return heard(await post<Told>(at("mention"), { ...inChat(entry), text }));
  const answered = reply === undefined ? {} : { reply_to: reply };
  return heard(await post<Told>(at("say"), { ...inChat(entry), text, ...answered }));
}

/** Sends a file of this machine to the bot. */
export async function sendFile(file: File): Promise<void> {
  const document = { content: await file.text(), file_name: file.name, mime_type: file.type };
  heard(await post<Told>(at("say"), { user: me.value, document }));
}

/** Passes a post of another chat on to the bot. */
export async function passOn(message: ShownMessage): Promise<void> {
  const { chat, message_id, text = message.caption ?? "" } = message;
  const words = text === "" ? { photo: {} } : { text };
  const forwardedFrom = { chat: chat.id, message_id };
  heard(await post<Told>(at("say"), { user: me.value, ...words, forwardedFrom }));
}

/** Sends what has been written. */
export async function sendDraft(): Promise<void> {
  const text = draft.value.trim();
  if (text === "") return;
  const reply = replyTo.value;
  draft.value = "";
  replyTo.value = undefined;
  // What could not be said is still there to be said again.
  if (!(await say(text, reply?.message_id)) && draft.value === "") draft.value = text;
}

/** Sends a link in the way that was chosen; what is asked inline still wants a result to be chosen. */
export async function sendLink({ url, media }: FreshLink): Promise<void> {
  if (media) await prepare(media);
  lastLink.value = url;
  if (way.value === "inline") draft.value = `${mention()} ${url}`;
  else await say(way.value === "guest" ? texts.value.telegram.callGuest(mention(), url) : url);
}

/** In the private chat with the bot, whatever lies open. */
export async function start(parameter: string): Promise<void> {
  openName.value = "bot";
  await say(`/start ${parameter}`);
}

export async function press(entry: ChatEntry, message: ShownMessage, button: Button): Promise<void> {
  const where =
    message.inline_message_id === undefined
      ? { ...inChat(entry), message: message.message_id }
      : { user: me.value, inline_message_id: message.inline_message_id };
  const pressed = await post<PressAnswer>(at("press"), { ...where, data: button.callback_data });
  heard(pressed);
  const said = pressed.ok ? pressed.value.answer?.text : undefined;
  if (said) announce(said);
}

export async function askInline(query: string): Promise<InlineAnswer | undefined> {
  const answer = await post<InlineAnswer>(at("inline"), { user: me.value, query });
  heard(answer);
  return answer.ok ? answer.value : undefined;
}

export async function choose(queryId: string, query: string, result: InlineResult): Promise<void> {
  const entry = openChat.value;
  if (!entry) return;
  await makeGroup(entry);
  beginBill(query);
  heard(await post<Told>(at("choose"), { ...inChat(entry), query: queryId, result: result.id }));
}

const inChat = ({ chatId }: ChatEntry) => ({
  user: me.value,
  ...(chatId !== undefined && { chat: chatId }),
});

/** The group comes into being when somebody first writes in it, and again after a reset. */
async function makeGroup({ name, key }: ChatEntry): Promise<void> {
  if (name !== "group" || isKnownChat(key)) return;
  const [owner, ...others] = cast;
  const members = [{ user: owner, status: "creator" }, ...others.map((user) => ({ user, status: "member" }))];
  const chat = { ...group, title: texts.value.telegram.group };
  heard(await post("/telegram/chats", { chat, members, bots: "member" }));
}

function heard(answer: Answer<Told | null>): boolean {
  if (!answer.ok) complain(answer.why);
  else if (answer.value?.status === 0) complain(texts.value.telegram.notDelivered);
  void lookAtTelegram();
  return answer.ok;
}
