/** Telegram as all methods and people share it: what is remembered, what is allowed, and who sees what changes. */
import { isPlainObject } from "../../world/plain-object.ts";
import type { Happenings } from "../../world/happenings.ts";
import type { Conversation, Draft } from "./conversation.ts";
import type { Message } from "./entities.ts";
import { InlineMessages } from "./inline-messages.ts";
import type { Throttle } from "./limits.ts";
import { Queries } from "./queries.ts";
import type { Bot } from "./bot.ts";
import type { Store } from "./store.ts";

/** A request as Telegram's own servers make it, without any credentials; a broken line rejects. */
export type FetchOutside = (request: Request) => Promise<Response>;

export interface TelegramParts {
  readonly store: Store;
  readonly throttle: Throttle;
  readonly happenings: Happenings;
  readonly fetchOutside: FetchOutside;
}

export class Telegram {
  readonly store: Store;
  readonly throttle: Throttle;
  readonly fetchOutside: FetchOutside;
  readonly inlineMessages = new InlineMessages();
  readonly queries: Queries;
  readonly #happenings: Happenings;

  constructor({ store, throttle, happenings, fetchOutside }: TelegramParts) {
    this.store = store;
    this.throttle = throttle;
    this.fetchOutside = fetchOutside;
    this.#happenings = happenings;
    this.queries = new Queries(() => store.now());
  }

  /** A new message is in the chat. */
  write(bot: Bot | undefined, conversation: Conversation, draft: Draft): Message {
    const message = conversation.add(draft);
    conversation.mark(message.message_id, { botId: bot?.id });
    this.show(bot, conversation, { message });
    return message;
  }

  /** A message looks different from now on. */
  rewrite(bot: Bot | undefined, conversation: Conversation, message: Message): Message {
    conversation.put(message);
    this.show(bot, conversation, { message });
    return message;
  }

  delete(bot: Bot | undefined, conversation: Conversation, messageId: number): void {
    conversation.delete(messageId);
    this.show(bot, conversation, { deleted: messageId });
  }

  /** The page sees it at once; `bot` is whom it concerns, where it is one of them. */
  show(bot: Bot | undefined, { chat }: Conversation, details: Readonly<Record<string, unknown>>): void {
    this.#happenings.tell("telegram", { broadcasterId: null, bot: bot?.settings.name, chat, ...details });
  }

  /** The same value as this bot sees it: every file under the bot's own file_id. */
  shownTo<Value>(bot: Bot, value: Value): Value {
    return this.#translated(value, bot) as Value;
  }

  forgetPeople(): void {
    this.store.forgetPeople();
    this.throttle.reset();
    this.inlineMessages.forget();
    this.queries.forget();
  }

  #translated(value: unknown, bot: Bot): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#translated(each, bot));
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === "file_id" && typeof inner === "string"
          ? this.store.files.translate(inner, bot.id)
          : this.#translated(inner, bot),
      ]),
    );
  }
}
