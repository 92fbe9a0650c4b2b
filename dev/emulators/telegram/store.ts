/** Everything Telegram remembers, in memory. */
import { randomUUID } from "node:crypto";
import { type Bot, newBot, usualPlace } from "./bot.ts";
import { Conversation } from "./conversation.ts";
import type { BotSettings, Chat, ChatType, TelegramUser } from "./entities.ts";
import { Files } from "./files.ts";

/** A chat the world begins with, in which every bot is an administrator. */
export interface KnownChat {
  readonly id: number;
  readonly type: ChatType;
  readonly title: string;
}

export interface StoreSettings {
  readonly bots: readonly BotSettings[];
  readonly chats: readonly KnownChat[];
  /** Whoever has written to every bot before: a bot cannot begin a conversation. */
  readonly acquaintances: readonly TelegramUser[];
  /** Bytes of files that are kept for players. */
  readonly roomForFiles?: number | undefined;
  readonly webhookOrigin: () => string;
  readonly now: () => number;
}

export class Store {
  readonly settings: StoreSettings;
  readonly files: Files;
  readonly bots: readonly Bot[];
  readonly users = new Map<number, TelegramUser>();
  readonly #conversations = new Map<string, Conversation>();
  /** `botId:userId` of whoever has blocked a bot. */
  readonly #blocked = new Set<string>();
  readonly #gone = new Set<number>();
  #lastMessageId: number;
  #lastUpdateId: number;

  constructor(settings: StoreSettings) {
    this.settings = settings;
    this.files = new Files(settings.roomForFiles);
    this.bots = settings.bots.map((each) => newBot(each));
    // Numbers go on rising over a restart of the world: what the product has kept must not come to mean something else.
    const secondsSince2026 = Math.floor((settings.now() - Date.UTC(2026, 0, 1)) / 1_000);
    this.#lastMessageId = secondsSince2026;
    this.#lastUpdateId = secondsSince2026 * 16;
    this.#setOut();
  }

  now(): number {
    return this.settings.now();
  }

  /** Seconds, as the wire has them. */
  date(): number {
    return Math.floor(this.now() / 1_000);
  }

  nextUpdateId(): number {
    return ++this.#lastUpdateId;
  }

  /** Whatever comes later is larger. */
  noteUpdateId(id: number): void {
    this.#lastUpdateId = Math.max(this.#lastUpdateId, id);
  }

  botNamed(name: string): Bot | undefined {
    return this.bots.find(({ settings }) => settings.name === name);
  }

  botOf(token: string): Bot | undefined {
    return this.bots.find(({ settings }) => settings.token === token);
  }

  /** Where the webhook of this bot is at the moment; "" where it has none. */
  webhookUrl({ webhook, settings }: Bot): string {
    if (webhook.url !== usualPlace) return webhook.url;
    return settings.webhookPath && this.settings.webhookOrigin() + settings.webhookPath;
  }

  meet(user: TelegramUser): TelegramUser {
    const met = { ...this.users.get(user.id), ...user };
    this.users.set(met.id, met);
    return met;
  }

  /** Somebody of this id, even if nobody has heard of them yet. */
  user(id: number): TelegramUser {
    return this.users.get(id) ?? this.meet(somebody(id));
  }

  block(bot: Bot, userId: number, isBlocked: boolean): void {
    if (isBlocked) this.#blocked.add(`${bot.id}:${userId}`);
    else this.#blocked.delete(`${bot.id}:${userId}`);
  }

  hasBlocked(bot: Bot, userId: number): boolean {
    return this.#blocked.has(`${bot.id}:${userId}`);
  }

  deactivate(userId: number, isGone: boolean): void {
    if (isGone) this.#gone.add(userId);
    else this.#gone.delete(userId);
  }

  isDeactivated(userId: number): boolean {
    return this.#gone.has(userId);
  }

  get conversations(): readonly (readonly [string, Conversation])[] {
    return [...this.#conversations];
  }

  /** The conversation a bot means by a chat_id: a number, or the @name of a channel or group. */
  find(bot: Bot, chatId: string): Conversation | undefined {
    if (chatId.startsWith("@")) return this.#named(chatId.slice(1));
    return this.#conversations.get(keyOf(Number(chatId), bot.id));
  }

  /** A group or channel the world knows. */
  group(id: number): Conversation | undefined {
    return id < 0 ? this.#conversations.get(keyOf(id)) : undefined;
  }

  /** A group or channel comes into being where there is none. */
  openGroup(chat: Chat): Conversation {
    return this.group(chat.id) ?? this.#open(keyOf(chat.id), chat);
  }

  /** The chat comes into being where there is none. */
  conversation(bot: Bot, chat: Chat): Conversation {
    const key = chat.type === "private" ? keyOf(chat.id, bot.id) : keyOf(chat.id);
    const known = this.#conversations.get(key);
    return known ?? this.#open(key, chat, chat.type === "private" ? bot.id : undefined);
  }

  /** A private chat of two people, which no bot can look into. */
  betweenPeople(one: TelegramUser, other: TelegramUser): Conversation {
    const [lower, upper] = [one.id, other.id].toSorted((left, right) => left - right);
    const key = `people:${lower}:${upper}`;
    return this.#conversations.get(key) ?? this.#open(key, privateChat(other));
  }

  /** Where somebody is who names a chat; of two people's private chat each names it by the other one's id. */
  whereabouts(bot: Bot, user: TelegramUser, chat: Chat = privateChat(user)): Conversation {
    const isBetweenPeople = chat.type === "private" && chat.id !== user.id && chat.id !== bot.id;
    if (isBetweenPeople) return this.betweenPeople(user, this.user(chat.id));
    return this.conversation(bot, chat.type === "private" ? privateChat(user) : chat);
  }

  /**
   * People, chats and messages are as at the start. Files, webhooks and numbers stay: the product holds their other
   * half, and nobody resets the product.
   */
  forgetPeople(): void {
    this.users.clear();
    this.#conversations.clear();
    this.#blocked.clear();
    this.#gone.clear();
    this.#setOut();
  }

  #named(username: string): Conversation | undefined {
    return [...this.#conversations.values()].find(({ chat }) => chat.username === username);
  }

  #open(key: string, chat: Chat, botId?: number): Conversation {
    const conversation = new Conversation({ chat, nextId: () => ++this.#lastMessageId, botId });
    this.#conversations.set(key, conversation);
    return conversation;
  }

  #setOut(): void {
    for (const bot of this.bots) {
      this.meet(bot.user);
      for (const chat of this.settings.chats)
        this.conversation(bot, chat).members.set(bot.id, "administrator");
      for (const user of this.settings.acquaintances) this.conversation(bot, privateChat(this.meet(user)));
    }
  }
}

export function privateChat({ id, first_name, username }: TelegramUser): Chat {
  return { id, type: "private", first_name, ...(username !== undefined && { username }) };
}

/** An id nobody can guess or count on. */
export function randomId(): string {
  return BigInt(`0x${randomUUID().replaceAll("-", "").slice(0, 15)}`).toString();
}

// Private chats are one per bot; below zero everybody means the same chat.
function keyOf(chatId: number, botId?: number): string {
  return chatId > 0 ? `${botId}:${chatId}` : String(chatId);
}

function somebody(id: number): TelegramUser {
  return { id, is_bot: false, first_name: `User ${id}`, username: `user${id}`, language_code: "ru" };
}
