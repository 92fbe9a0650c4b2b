/** A conversation: one chat, its messages as they look now, and who is in it. */
import type { Chat, Message } from "./entities.ts";
import { isAdministrator, type MemberStatus, outside, type Rights, type Standing } from "./membership.ts";

/** A message of which the id is still to come. */
export type Draft = Omit<Message, "message_id" | "chat">;

/** A message, and what a reader of the chat cannot tell from itself alone. */
export interface Shown {
  readonly message: Message;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  /** Nobody can see it yet: Telegram still re-encodes its video. */
  readonly isHeldBack: boolean;
  /** How often it has been changed. */
  readonly edits: number;
  /** The bot that wrote it, where one did. */
  readonly botId: number | undefined;
}

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
  readonly #rights = new Map<number, Rights>();
  readonly #messages = new Map<number, Shown>();
  readonly #nextId: () => number;
  /** Telegram re-encodes a video before it appears: sending one answers message_id 0. */
  holdsVideosBack = false;
  /** "Restrict saving content". */
  isProtected = false;
  /** Of a forum: names by id. */
  topics: ReadonlyMap<number, string> = new Map();
  /** The supergroup this group has become. */
  migratedTo: number | undefined;
  /** The group where posts of this channel are discussed. */
  discussion: Conversation | undefined;

  constructor({ chat, nextId, botId }: ConversationOptions) {
    this.chat = chat;
    this.botId = botId;
    this.#nextId = nextId;
  }

  get isPrivate(): boolean {
    return this.chat.type === "private";
  }

  get isChannel(): boolean {
    return this.chat.type === "channel";
  }

  /** Everything that was ever here, also what was deleted. */
  get history(): readonly Shown[] {
    return [...this.#messages.values()];
  }

  /** The number of the message to come. */
  reserve(): number {
    return this.#nextId();
  }

  add(draft: Draft): Message {
    const message = {
      message_id: this.reserve(),
      ...draft,
      ...(this.isProtected && { has_protected_content: true }),
      chat: this.chat,
    } as Message;
    this.put(message);
    return message;
  }

  /** A message that comes with its number, new or changed. */
  put(message: Message): void {
    const { message_id: id } = message;
    const known = this.#messages.get(id);
    this.#messages.set(id, known ? { ...known, message, edits: known.edits + 1 } : newlyShown(message));
    // An afternoon of load should not fill the memory.
    const [oldest] = this.#messages.keys();
    if (this.#messages.size > mostMessages && oldest !== undefined) this.#messages.delete(oldest);
  }

  /** Undefined where there is none, none yet, or none any more. */
  message(id: number): Message | undefined {
    const shown = this.#messages.get(id);
    return shown && !shown.isDeleted && !shown.isHeldBack ? shown.message : undefined;
  }

  /** The bot that wrote a message. */
  writerOf(id: number): number | undefined {
    return this.#messages.get(id)?.botId;
  }

  mark(id: number, marks: Partial<Omit<Shown, "message" | "edits">>): void {
    const shown = this.#messages.get(id);
    if (shown) this.#messages.set(id, { ...shown, ...marks });
  }

  delete(id: number): void {
    this.mark(id, { isDeleted: true });
  }

  /** What was held back is there now, as new as anything; answers with the messages. */
  release(): Message[] {
    return this.history.flatMap(({ message, isHeldBack, botId }) => {
      if (!isHeldBack) return [];
      this.#messages.delete(message.message_id);
      const seen = { ...message, message_id: this.reserve() };
      this.put(seen);
      this.mark(seen.message_id, { botId });
      return [seen];
    });
  }

  standingOf(userId: number): Standing {
    const status = this.members.get(userId) ?? (this.isPrivate ? "member" : outside.status);
    return { status, rights: this.#rights.get(userId) ?? {} };
  }

  admit(userId: number, { status, rights }: Standing): void {
    this.members.set(userId, status);
    this.#rights.set(userId, rights);
  }

  isAdministrator(userId: number): boolean {
    return isAdministrator(this.standingOf(userId));
  }
}

const mostMessages = 5_000;

function newlyShown(message: Message): Shown {
  return { message, isDeleted: false, isPinned: false, isHeldBack: false, edits: 0, botId: undefined };
}
