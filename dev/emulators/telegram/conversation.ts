/** A conversation: one chat, its messages as they look now, and who is in it. */
import type { Chat, Message } from "./entities.ts";

export type MemberStatus = "creator" | "administrator" | "member" | "left" | "kicked";

/** A message of which the id is still to come. */
export type Draft = Omit<Message, "message_id" | "chat">;

export interface ConversationOptions {
  readonly chat: Chat;
  /** Private chats of one bot share their numbers, as at Telegram; a channel counts for itself. */
  readonly nextId: () => number;
  /** The bot whose private chat it is. */
  readonly botId?: number | undefined;
}

export class Conversation {
  chat: Chat;
  readonly botId: number | undefined;
  readonly members = new Map<number, MemberStatus>();
  readonly #messages = new Map<number, Message>();
  readonly #deleted = new Set<number>();
  readonly #nextId: () => number;
  /** Telegram re-encodes a video before it appears: sending one answers message_id 0. */
  holdsVideosBack = false;

  constructor({ chat, nextId, botId }: ConversationOptions) {
    this.chat = chat;
    this.botId = botId;
    this.#nextId = nextId;
  }

  get isPrivate(): boolean {
    return this.chat.type === "private";
  }

  /** Everything that was ever here, also what was deleted. */
  get history(): readonly { readonly message: Message; readonly isDeleted: boolean }[] {
    return [...this.#messages.values()].map((message) => ({
      message,
      isDeleted: this.#deleted.has(message.message_id),
    }));
  }

  /** The number of the message to come. */
  reserve(): number {
    return this.#nextId();
  }

  add(draft: Draft): Message {
    const message = { message_id: this.reserve(), ...draft, chat: this.chat } as Message;
    this.put(message);
    return message;
  }

  /** A message that comes with its number, new or changed. */
  put(message: Message): void {
    this.#messages.set(message.message_id, message);
    // An afternoon of load should not fill the memory.
    const [oldest] = this.#messages.keys();
    if (this.#messages.size > mostMessages && oldest !== undefined) this.#forget(oldest);
  }

  /** Undefined where there is none, or none any more. */
  message(id: number): Message | undefined {
    return this.#deleted.has(id) ? undefined : this.#messages.get(id);
  }

  delete(id: number): void {
    this.#deleted.add(id);
  }

  isAdministrator(userId: number): boolean {
    const status = this.members.get(userId);
    return status === "administrator" || status === "creator";
  }

  #forget(id: number): void {
    this.#messages.delete(id);
    this.#deleted.delete(id);
  }
}

const mostMessages = 2_000;
