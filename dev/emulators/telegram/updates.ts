/** Updates: what Telegram tells a bot is so at Telegram. Missing members are filled in, and what is told is remembered. */
import { Mistake } from "../../world/mistake.ts";
import { isPlainObject, type PlainObject } from "../../world/plain-object.ts";
import type { Conversation } from "./conversation.ts";
import { kindOf } from "./delivery.ts";
import type { Chat, Entity, Message, TelegramUser, Update } from "./entities.ts";
import { findEntities } from "./find-entities.ts";
import type { MemberStatus, Rights } from "./membership.ts";
import type { QueryKind } from "./queries.ts";
import type { Bot } from "./bot.ts";
import { privateChat, randomId } from "./store.ts";
import type { Telegram } from "./telegram.ts";

/** An update as somebody wants it told, with as little as they care to name. */
export function completeUpdate(telegram: Telegram, bot: Bot, given: PlainObject): Update {
  const update_id =
    typeof given["update_id"] === "number" ? given["update_id"] : telegram.store.nextUpdateId();
  telegram.store.noteUpdateId(update_id);
  const kind = kindOf({ ...given, update_id });
  const about = given[kind];
  if (!isPlainObject(about))
    throw new Mistake(`An update needs a member that says what it is, and it has none`);
  return { ...given, update_id, [kind]: completed(telegram, bot, kind, about) };
}

function completed(telegram: Telegram, bot: Bot, kind: string, about: PlainObject): PlainObject {
  switch (kind) {
    case "message":
    case "edited_message":
    case "channel_post":
    case "edited_channel_post":
      return rememberMessage(telegram, bot, about);
    case "guest_message":
      return rememberQuery(telegram, bot, "guest", messageFrom(telegram, bot, about), "guest_query_id");
    case "callback_query":
      return rememberQuery(telegram, bot, "callback", { chat_instance: "1", ...about });
    case "inline_query":
      return rememberQuery(telegram, bot, "inline", { query: "", offset: "", ...about });
    case "my_chat_member":
      return rememberMembership(telegram, bot, about);
    default:
      return about;
  }
}

function rememberMessage(telegram: Telegram, bot: Bot, about: PlainObject): Message {
  const draft = messageFrom(telegram, bot, about);
  const conversation = telegram.store.conversation(bot, draft.chat);
  if (draft.chat.type !== "private") arrive(conversation, bot.id, draft);
  const isNumbered = typeof about["message_id"] === "number";
  const message = isNumbered ? draft : { ...draft, message_id: conversation.reserve() };
  conversation.put(message);
  telegram.show(bot, conversation, { message });
  return telegram.shownTo(bot, message);
}

// Somebody who writes in a group is in it, and a bot that hears of it is as well.
function arrive({ chat, members }: Conversation, botId: number, { from }: Message): void {
  if (!members.has(botId)) members.set(botId, chat.type === "channel" ? "administrator" : "member");
  if (from && !members.has(from.id)) members.set(from.id, "member");
}

/** A message with everything Telegram always sends. */
function messageFrom({ store }: Telegram, bot: Bot, about: PlainObject): Message {
  const chat = chatFrom(about);
  const from = userFrom(about["from"]) ?? (chat && chat.type !== "channel" ? { id: chat.id } : undefined);
  const author = from && store.meet({ ...store.user(from.id), ...from });
  const place = chat ?? (author && privateChat(author));
  if (!place) throw new Mistake("A message needs somebody who wrote it, or a chat");
  return {
    message_id: 0,
    date: store.date(),
    ...about,
    ...(author && { from: author }),
    chat: { ...(place.type === "private" && privateChat(store.user(place.id))), ...place },
    ...entitiesFrom(about, "text", "entities"),
    ...entitiesFrom(about, "caption", "caption_entities"),
  };
}

function entitiesFrom(about: PlainObject, textName: string, name: string) {
  const text = about[textName];
  if (typeof text !== "string") return {};
  const entities = findEntities(text, (about[name] as readonly Entity[] | undefined) ?? []);
  return entities.length > 0 ? { [name]: entities } : {};
}

function chatFrom(about: PlainObject): Chat | undefined {
  const chat = about["chat"];
  if (!isPlainObject(chat) || typeof chat["id"] !== "number") return undefined;
  return { type: chat["id"] > 0 ? "private" : "supergroup", ...chat } as Chat;
}

type PartOfUser = Partial<TelegramUser> & Pick<TelegramUser, "id">;

function userFrom(value: unknown): PartOfUser | undefined {
  return isPlainObject(value) && typeof value["id"] === "number"
    ? (value as unknown as PartOfUser)
    : undefined;
}

function rememberQuery(
  telegram: Telegram,
  bot: Bot,
  kind: QueryKind,
  about: PlainObject,
  idName = "id",
): PlainObject {
  const { store, queries } = telegram;
  const part = userFrom(about["from"]);
  if (!part) throw new Mistake("A query needs somebody it is from");
  const from = store.meet({ ...store.user(part.id), ...part });
  const id = typeof about[idName] === "string" ? about[idName] : randomId();
  const chat = kind === "guest" ? chatFrom(about) : undefined;
  const conversation = chat && store.whereabouts(bot, from, chat);
  const text = typeof about["query"] === "string" ? about["query"] : undefined;
  queries.ask({ id, kind, botId: bot.id, from, conversation, text });
  return { ...about, from, [idName]: id };
}

function rememberMembership({ store }: Telegram, bot: Bot, about: PlainObject): PlainObject {
  const chat = chatFrom(about);
  const after = about["new_chat_member"];
  if (!chat || !isPlainObject(after)) return about;
  const conversation = store.conversation(bot, chat);
  if (chat.type === "private") store.block(bot, chat.id, after["status"] === "kicked");
  else conversation.admit(bot.id, { status: after["status"] as MemberStatus, rights: rightsIn(after) });
  return { date: store.date(), ...about, chat };
}

function rightsIn(member: PlainObject): Rights {
  return Object.fromEntries(
    Object.entries(member).filter((each): each is [string, boolean] => typeof each[1] === "boolean"),
  );
}
