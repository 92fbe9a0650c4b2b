/** The words in which the stories of the forwarder are told: chats, what is posted in them, and what their readers see. */
import { randomInt } from "node:crypto";
import { askProduct, askWorld, callsSince, until } from "../place.ts";
import type { BotCall, Seen } from "../telegram.ts";

/** A message as a reader of the chat sees it. */
export interface Shown extends Seen {
  readonly date: number;
  readonly entities?: readonly {
    readonly type: string;
    readonly offset: number;
    readonly length: number;
    readonly url?: string;
  }[];
  readonly caption_entities?: Shown["entities"];
  readonly message_thread_id?: number;
  readonly forward_origin?: {
    readonly type: string;
    readonly chat?: { readonly id: number };
    readonly message_id?: number;
  };
  readonly isPinned?: boolean;
  /** Telegram still re-encodes its video, and nobody sees it. */
  readonly isHeldBack?: boolean;
  readonly is_automatic_forward?: boolean;
}

export interface Posted {
  readonly message_ids: readonly number[];
  readonly media_group_id?: string;
  readonly status: number;
}

const newId = () => -1_001_000_000_000 - randomInt(1_000_000_000);

/** A channel or group of its own. */
export class ChatRoom {
  readonly id: number;
  readonly title: string;

  private constructor(id: number, title: string) {
    this.id = id;
    this.title = title;
  }

  /** Opens one in which the bot is an administrator, unless said otherwise. */
  static async open(chat: Readonly<Record<string, unknown>> = {}): Promise<ChatRoom> {
    const id = newId();
    const title = `Chat ${-id}`;
    await askWorld("POST", "/telegram/chats", {
      id,
      type: "channel",
      title,
      botRights: "administrator",
      ...chat,
    });
    return new ChatRoom(id, String(chat["title"] ?? title));
  }

  /** Somebody changes what it is, or what the bot is there. */
  becomes(chat: object): Promise<unknown> {
    return askWorld("POST", "/telegram/chats", { id: this.id, ...chat });
  }

  /** The group becomes a supergroup: this is the new one. */
  async moves(): Promise<ChatRoom> {
    const to = newId();
    await askWorld("POST", `/telegram/chats/${this.id}/migrate`, { to });
    return new ChatRoom(to, this.title);
  }

  /** Somebody posts, in the words of the world's control. */
  post(content: string | object): Promise<Posted> {
    const post = typeof content === "string" ? { text: content } : content;
    return askWorld("POST", `/telegram/chats/${this.id}/posts`, post);
  }

  edit(messageId: number, content: object): Promise<unknown> {
    return askWorld("POST", `/telegram/chats/${this.id}/posts/${messageId}`, content);
  }

  /** Deletes a message, of which no bot is told. */
  remove(messageId: number): Promise<unknown> {
    return askWorld("DELETE", `/telegram/chats/${this.id}/posts/${messageId}`);
  }

  pin(messageId: number): Promise<unknown> {
    return askWorld("POST", `/telegram/chats/${this.id}/posts/${messageId}/pin`, {});
  }

  /** The videos that were held back are there. */
  release(): Promise<{ readonly message_ids: readonly number[] }> {
    return askWorld("POST", `/telegram/chats/${this.id}/release`);
  }

  /** What the bot has asked of Telegram about this chat, or one method of it. `at`: when the call began. */
  async calls(method = ""): Promise<readonly BotCall[]> {
    const calls = await callsSince(0, "telegram");
    return calls
      .map(({ path, body, status, at }) => ({
        method: path.split("/").at(-1) ?? "",
        // The cast: a call without a body has none of its fields.
        body: (body ?? {}) as Record<string, unknown>,
        status,
        at,
      }))
      .filter((call) => String(call.body["chat_id"]) === String(this.id) && call.method.startsWith(method));
  }

  /** What a reader sees, the oldest first. */
  async shows(): Promise<readonly Shown[]> {
    const { chats } = await askWorld<{ readonly chats: readonly { readonly messages: readonly Shown[] }[] }>(
      "GET",
      `/telegram/state?chat=${this.id}`,
    );
    return (chats[0]?.messages ?? []).filter(({ isDeleted, isHeldBack }) => !isDeleted && !isHeldBack);
  }

  /** Waits until so many messages stand here. */
  async showing(count: number): Promise<readonly Shown[]> {
    return until(
      () => this.shows(),
      (messages) => messages.length >= count,
    );
  }

  /** Waits until so many messages stand here; answers what they say. */
  async saying(count: number): Promise<readonly string[]> {
    return (await this.showing(count)).map(wordsOf);
  }

  /** Waits until something says this; answers what everything says. Whatever should have come before it has come, or never will. */
  async sayingLast(words: string): Promise<readonly string[]> {
    const messages = await until(
      () => this.shows(),
      (seen) => seen.some((message) => wordsOf(message) === words),
    );
    return messages.map(wordsOf);
  }
}

/** Waits until the chat looks like this. */
export const untilShows = (
  chat: ChatRoom,
  isSo: (messages: readonly Shown[]) => boolean,
): Promise<readonly Shown[]> => until(() => chat.shows(), isSo);

/** Waits until a message with these words stands in the chat. */
export async function untilSays(chat: ChatRoom, words: string): Promise<Shown> {
  const says = (message: Shown) => wordsOf(message).includes(words);
  const messages = await untilShows(chat, (all) => all.some(says));
  // The cast: it was there a moment ago.
  return messages.find(says) as Shown;
}

/** What the messages that a reader sees say, the oldest first. */
export const saidIn = async (chat: ChatRoom): Promise<readonly string[]> => (await chat.shows()).map(wordsOf);

/** What a message says, be it text or caption. */
export const wordsOf = ({ text, caption }: Shown): string => text ?? caption ?? "";

/** Makes mappings as the API does, and answers their ids. */
export async function carry(
  sources: readonly (ChatRoom | string)[],
  targets: readonly (ChatRoom | string)[],
  settings: object = {},
): Promise<readonly number[]> {
  const name = (chat: ChatRoom | string) => (typeof chat === "string" ? chat : String(chat.id));
  const wish = { sources: sources.map(name), targets: targets.map(name), mode: "copy", ...settings };
  const response = await askProduct("PUT", "/api/mappings", wish);
  const answer = (await response.json()) as { created?: { id: number }[]; skipped?: unknown[] };
  if (!answer.created || answer.created.length === 0)
    throw new Error(`No mapping was made: ${JSON.stringify(answer)}`);
  return answer.created.map(({ id }) => id);
}

/** How a mapping is doing, as its owner is told. */
export async function mappingOf(id: number | undefined): Promise<Readonly<Record<string, unknown>>> {
  const response = await askProduct("GET", `/api/mappings/${id}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Waits until so many posts stand in line before a chat. */
export const untilQueued = ({ id }: ChatRoom, count: number): Promise<unknown> =>
  until(
    async () => {
      const response = await askProduct("GET", "/api/forwarder/queue");
      const { targets } = (await response.json()) as { targets: { target: string; waiting: number }[] };
      return targets.find(({ target }) => target === String(id))?.waiting ?? 0;
    },
    (waiting) => waiting >= count,
  );

export interface DeadLetter {
  readonly id: number;
  readonly kind: string;
  readonly said: string;
}

/** What could not be brought into a chat and waits for a person. */
export async function deadLettersOf({ id }: ChatRoom): Promise<readonly DeadLetter[]> {
  const response = await askProduct("GET", `/api/forwarder/dead-letters?target=${id}`);
  return ((await response.json()) as { items: DeadLetter[] }).items;
}

/** Everything the bot has told an administrator about a chat, the oldest first. */
export const toldAbout = async ({ id }: ChatRoom): Promise<readonly string[]> =>
  (await told()).filter((text) => text.includes(String(id)));

/** Everything the bot has told an administrator, the oldest first. */
export async function told(admin = 7001): Promise<readonly string[]> {
  const { chats } = await askWorld<{
    readonly chats: readonly { readonly bot?: string; readonly messages: readonly Seen[] }[];
  }>("GET", `/telegram/state?chat=${admin}`);
  const messages = chats.find(({ bot }) => bot === "forwarder")?.messages ?? [];
  return messages.map(({ text = "" }) => text);
}
