/** The words in which the stories of the forwarder are told: chats, what is posted in them, and what their readers see. */
import { randomInt } from "node:crypto";
import { askProduct, askWorld, until } from "../place.ts";
import type { Seen } from "../telegram.ts";

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
}

export interface Posted {
  readonly message_ids: readonly number[];
  readonly media_group_id?: string;
  readonly status: number;
}

const newId = () => -1_000_000_000_000 - randomInt(1_000_000_000);

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

  /** Somebody posts, in the words of the world's control. */
  post(content: string | object): Promise<Posted> {
    const post = typeof content === "string" ? { text: content } : content;
    return askWorld("POST", `/telegram/chats/${this.id}/posts`, post);
  }

  edit(messageId: number, content: object): Promise<unknown> {
    return askWorld("POST", `/telegram/chats/${this.id}/posts/${messageId}`, content);
  }

  /** What a reader sees, the oldest first. */
  async shows(): Promise<readonly Shown[]> {
    const { chats } = await askWorld<{ readonly chats: readonly { readonly messages: readonly Shown[] }[] }>(
      "GET",
      `/telegram/state?chat=${this.id}`,
    );
    return (chats[0]?.messages ?? []).filter(({ isDeleted }) => !isDeleted);
  }

  /** Waits until so many messages stand here. */
  async showing(count: number): Promise<readonly Shown[]> {
    return until(
      () => this.shows(),
      (messages) => messages.length >= count,
    );
  }
}

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
