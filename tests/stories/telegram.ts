/** The words in which the stories of the downloader bot are told: somebody, what they write, and what they see. */
import { randomInt } from "node:crypto";
import {
  askPostgres,
  askProduct,
  askWorld,
  type Call,
  callsSince,
  place,
  throughWorld,
  until,
} from "./place.ts";

export type Platform = "tiktok" | "instagram" | "youtube";

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
}

/** A message as it looks now. */
export interface Seen {
  readonly message_id: number;
  readonly from?: { readonly id: number };
  readonly text?: string;
  readonly caption?: string;
  readonly isDeleted: boolean;
  readonly files: readonly { readonly kind: string; readonly url: string }[];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly Button[])[] };
  readonly reply_to_message?: { readonly message_id: number };
  readonly inline_message_id?: string;
  readonly video?: {
    readonly file_id: string;
    readonly file_unique_id: string;
    readonly width: number;
    readonly height: number;
    readonly duration: number;
    readonly file_size: number;
  };
  readonly audio?: { readonly file_id: string; readonly file_size: number };
  readonly photo?: readonly { readonly file_id: string }[];
  readonly media_group_id?: string;
}

/** What stands on the buttons of a message, row by row. */
export const buttonsOf = ({ reply_markup: keyboard }: Seen): readonly string[] =>
  (keyboard?.inline_keyboard ?? []).flat().map(({ text }) => text);

interface ChatSeen {
  readonly id: number;
  readonly messages: readonly Seen[];
}

/** The bot of the stories, as the embedded world knows it. */
export const botId = 200;
export const cacheChat = -1_002_000_000_001;

const newId = () => randomInt(10_000_000, 2_000_000_000);

/** Somebody with a private chat nobody has written in before. */
export class Person {
  readonly id = newId();
  readonly language: string;

  constructor(language = "en") {
    this.language = language;
  }

  get card() {
    return { id: this.id, first_name: `Person${this.id}`, language_code: this.language };
  }

  /** Writes in private, or in a chat; answers with the id of the message. */
  async say(
    text: string,
    chat?: object,
  ): Promise<{ readonly update_id: number; readonly message_id: number; readonly status: number }> {
    return askWorld("POST", "/telegram/downloader/say", { user: this.card, text, ...(chat && { chat }) });
  }

  /** Any other message in private: a photo with a caption, words with entities. */
  async sends(message: object): Promise<unknown> {
    const chat = { id: this.id, type: "private", first_name: this.card.first_name };
    return askWorld("POST", "/telegram/downloader/update", {
      message: { from: this.card, chat, ...message },
    });
  }

  async press(
    button: { readonly message: number; readonly button?: string; readonly data?: string },
    chat?: object,
  ): Promise<{ readonly answer: unknown }> {
    return askWorld("POST", "/telegram/downloader/press", {
      user: this.card,
      ...button,
      ...(chat && { chat }),
    });
  }

  /** What stands in the private chat, or in another one; deleted messages too. */
  async sees(chatId = this.id): Promise<readonly Seen[]> {
    const { chats } = await askWorld<{ readonly chats: readonly ChatSeen[] }>(
      "GET",
      `/telegram/state?chat=${chatId}`,
    );
    return chats[0]?.messages ?? [];
  }

  /** What the bot has written and not deleted. */
  async hears(chatId = this.id): Promise<readonly Seen[]> {
    return (await this.sees(chatId)).filter(({ from, isDeleted }) => from?.id === botId && !isDeleted);
  }

  /** Waits until so many videos stand in the chat. */
  async untilVideos(count = 1, chatId = this.id): Promise<readonly Seen[]> {
    const seen = await until(
      () => this.hears(chatId),
      (messages) => messages.filter(({ video }) => video).length >= count,
    );
    return seen.filter(({ video }) => video);
  }

  /** Waits until so many messages of the bot stand there, whatever they are. */
  async untilCount(count: number): Promise<readonly Seen[]> {
    return until(
      () => this.hears(),
      (seen) => seen.length === count,
    );
  }

  /** Waits until a button like this stands there. */
  async untilButton(label: RegExp): Promise<Seen> {
    const hasIt = (seen: Seen) => buttonsOf(seen).some((text) => label.test(text));
    const seen = await until(
      () => this.hears(),
      (messages) => messages.some(hasIt),
    );
    return seen.find(hasIt) as Seen;
  }

  /** Waits until the bot has said something like it. */
  async untilHears(words: RegExp, chatId = this.id): Promise<Seen> {
    const isSaid = ({ text = "", caption = "" }: Seen) => words.test(text) || words.test(caption);
    const seen = await until(
      () => this.hears(chatId),
      (messages) => messages.some(isSaid),
    );
    return seen.find(isSaid) as Seen;
  }
}

const idOf: Readonly<Record<Platform, () => string>> = {
  tiktok: () => `73${String(randomInt(10 ** 8, 10 ** 9))}${String(randomInt(10 ** 7, 10 ** 8))}`,
  instagram: () => `C${letters(10)}`,
  youtube: () => letters(11),
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const letters = (count: number) =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join("");

/** What the world is told of a post: docs/design/world.md has the words. */
export interface Nature {
  readonly bytes?: number;
  readonly kind?: string;
  readonly failure?: string;
  readonly ratePerSecond?: number | null;
  readonly [more: string]: unknown;
}

/** A post nobody has asked for before. */
export class PostOf {
  readonly platform: Platform;
  readonly id: string;

  constructor(platform: Platform = "tiktok", id: string = idOf[platform]()) {
    this.platform = platform;
    this.id = id;
  }

  get url(): string {
    switch (this.platform) {
      case "tiktok":
        return `https://www.tiktok.com/@somebody/video/${this.id}`;
      case "instagram":
        return `https://www.instagram.com/reel/${this.id}/`;
      case "youtube":
        return `https://www.youtube.com/shorts/${this.id}`;
    }
  }

  /** Its address as the bot writes it. */
  get page(): string {
    switch (this.platform) {
      case "tiktok":
        return `https://www.tiktok.com/@_/video/${this.id}`;
      case "instagram":
        return `https://www.instagram.com/p/${this.id}/`;
      case "youtube":
        return `https://www.youtube.com/watch?v=${this.id}`;
    }
  }

  /** The code of a short link that leads to it, or to somewhere else. */
  async shortCode(nature: Nature = {}): Promise<string> {
    const code = `ZS${letters(8)}`;
    await this.is({ ...nature, code });
    return code;
  }

  /** Its name in the cache: Postgres bears it as it is, Redis for each quality. */
  get key(): string {
    return `${this.platform}:${this.id}`;
  }

  is(nature: Nature): Promise<unknown> {
    return askWorld("POST", "/media", { platform: this.platform, id: this.id, ...nature });
  }

  /** How often it was asked for: pages, and bytes of files. */
  asked(): Promise<{ readonly pages: number; readonly downloads: number; readonly bytes: number }> {
    return askWorld("GET", `/media?platform=${this.platform}&id=${this.id}`);
  }

  /** How often it was sent to the cache channel. */
  async uploads(since = 0): Promise<number> {
    return (await this.uploadCalls(since)).length;
  }

  async uploadCalls(since = 0): Promise<readonly BotCall[]> {
    const calls = await telegramCalls(since);
    return calls.filter(
      ({ method, body }) => method.startsWith("send") && isToCache(body) && captionIn(body).includes(this.id),
    );
  }

  /** What the product has asked a service about it. */
  async callsOf(service: string): Promise<readonly Call[]> {
    const calls = await callsSince(0, service);
    return calls.filter(({ path, body }) => `${path} ${JSON.stringify(body)}`.includes(this.id));
  }

  /** Waits until both caches have it, in these qualities. */
  async untilCached(...qualities: readonly string[]) {
    const wanted = qualities.length > 0 ? qualities : ["best"];
    return until(
      () => this.cached(),
      ({ postgres, redis }) => [postgres, redis].every((all) => String(all) === String(wanted)),
    );
  }

  /** Under which names Postgres and Redis know it, by its qualities. */
  async cached(): Promise<{ readonly postgres: readonly unknown[]; readonly redis: readonly unknown[] }> {
    const rows = await askPostgres("select quality from uploads where post = $1 order by quality", this.key);
    const names = await askRedis<string[]>("KEYS", `upload:${this.key}:*`);
    return {
      postgres: rows.map(({ quality }) => quality),
      redis: names.map((name) => name.split(":").at(-1)).toSorted(),
    };
  }
}

/** Asks Redis as Upstash is asked. */
export async function askRedis<Result>(...command: readonly (string | number)[]): Promise<Result> {
  const answer = await throughWorld("https://redis.taproom.test/", {
    method: "POST",
    headers: { Authorization: `Bearer ${place.redisToken}`, "Content-Type": "application/json" },
    body: JSON.stringify(command),
  });
  const { result } = (await answer.json()) as { readonly result: Result };
  return result;
}

const isToCache = (body: Record<string, unknown>) => String(body["chat_id"]) === String(cacheChat);
const captionIn = (body: Record<string, unknown>) =>
  typeof body["caption"] === "string" ? body["caption"] : "";

/** A call of the bot, by the method of the Bot API. */
export interface BotCall {
  readonly method: string;
  readonly body: Record<string, unknown>;
  /** The Content-Length of a body that did not come in chunks. */
  readonly announced?: number;
  readonly status: number;
  readonly at: number;
}

/** What the bot has asked of Telegram. */
export async function telegramCalls(since = 0): Promise<readonly BotCall[]> {
  const calls: readonly Call[] = await callsSince(since, "telegram");
  return calls.map(({ path, body, announced, status, at }) => ({
    method: path.split("/").at(-1) ?? "",
    // The cast: a call without a body has none of its fields.
    body: (body ?? {}) as Record<string, unknown>,
    ...(announced !== undefined && { announced }),
    status,
    at,
  }));
}

/** What the bot has asked of Telegram about a chat with somebody. */
export const callsTo = async ({ id }: Person): Promise<readonly BotCall[]> =>
  (await telegramCalls()).filter(({ body }) => String(body["chat_id"]) === String(id));

/** The owner says how a platform is asked; what is not named is as usual. */
export async function settle(platform: Platform, settings: object): Promise<void> {
  const answer = await askProduct("PUT", `/api/downloads/platforms/${platform}/settings`, settings);
  if (!answer.ok) throw new Error(`The settings of ${platform} are answered ${answer.status}`);
}
