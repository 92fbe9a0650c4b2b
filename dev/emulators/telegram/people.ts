/** People: they write, press buttons, ask inline and call guests; the bot hears of it as Telegram would tell it. */
import { Mistake } from "../../world/mistake.ts";
import type { Conversation } from "./conversation.ts";
import type { Outcome } from "./delivery.ts";
import type { Button, Chat, Message, TelegramUser } from "./entities.ts";
import type { Feed } from "./feed.ts";
import { findEntities } from "./find-entities.ts";
import { textFields } from "./formatted-text.ts";
import { inlineContent, type InlineResult } from "./inline-result.ts";
import { messageIn } from "./message-in.ts";
import type { Asked } from "./methods/method.ts";
import { withoutReply } from "./methods/place.ts";
import { parametersOf } from "./parameters.ts";
import type { Bot } from "./bot.ts";
import { randomId } from "./store.ts";
import type { Telegram } from "./telegram.ts";
import { completeUpdate } from "./updates.ts";

/** What a bot has answered to an inline query. */
export interface InlineAnswer {
  readonly results: readonly InlineResult[];
  readonly cacheTime: number;
  readonly isPersonal: boolean;
  readonly nextOffset: string;
  readonly button?: unknown;
}

export interface Said {
  readonly user: TelegramUser;
  /** The private chat with the bot where none is named. */
  readonly chat?: Chat | undefined;
  /** The members of a message that say it. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly replyTo?: number | undefined;
  /** Whose it was before it was forwarded. */
  readonly origin?: Readonly<Record<string, unknown>> | undefined;
}

/** A message in a chat, or one that is known by its inline_message_id. */
export interface Pressed {
  readonly user: TelegramUser;
  readonly chat?: Chat | undefined;
  readonly message?: number | undefined;
  readonly inlineMessageId?: string | undefined;
  /** The button's text, or what it would send. */
  readonly button?: string | undefined;
  readonly data?: string | undefined;
}

export interface Chosen {
  readonly user: TelegramUser;
  readonly chat?: Chat | undefined;
  readonly query: string;
  readonly result: string;
  /** Whether BotFather was told to let the bot know. */
  readonly feedback: boolean;
}

export class People {
  readonly #telegram: Telegram;
  readonly #feed: Feed;

  constructor(telegram: Telegram, feed: Feed) {
    this.#telegram = telegram;
    this.#feed = feed;
  }

  /** Throws where the bot has said that it wants no updates of this kind. */
  tell(bot: Bot, given: Readonly<Record<string, unknown>>): Promise<Outcome> {
    return this.#feed.deliver(bot, completeUpdate(this.#telegram, bot, given));
  }

  async say(bot: Bot, { user, chat, content, replyTo, origin }: Said) {
    const { store } = this.#telegram;
    store.block(bot, user.id, false);
    const conversation = store.whereabouts(bot, user, chat);
    const isAmongPeople = conversation.isPrivate && conversation.botId === undefined;
    if (isAmongPeople || hasLeft(bot, conversation))
      throw new Mistake("The bot is not in this chat and hears nothing of it");
    const parent = replyTo === undefined ? undefined : messageIn(conversation, replyTo);
    const message_id = conversation.reserve();
    const outcome = await this.tell(bot, {
      message: {
        message_id,
        from: user,
        chat: conversation.chat,
        ...content,
        ...(origin && { forward_origin: origin }),
        ...(parent && { reply_to_message: withoutReply(parent) }),
      },
    });
    return { ...outcome, message_id };
  }

  async press(bot: Bot, pressed: Pressed) {
    const { conversation, message, inlineId } = this.#pressedMessage(bot, pressed);
    const button = buttonOf(message, pressed);
    if (button.callback_data === undefined) return { button };
    const id = randomId();
    const where =
      inlineId === undefined
        ? { message: this.#telegram.shownTo(bot, { ...message, chat: conversation.chat }) }
        : { inline_message_id: inlineId };
    const outcome = await this.tell(bot, {
      callback_query: { id, from: pressed.user, ...where, data: button.callback_data },
    });
    return { ...outcome, callback_query_id: id, answer: this.#telegram.queries.answerTo(id) };
  }

  /** Waits for the bot's answer; `answer` is missing where none came in time. */
  async ask(bot: Bot, user: TelegramUser, query: string, offset: string, patienceMs: number) {
    const id = randomId();
    const outcome = await this.tell(bot, {
      inline_query: { id, from: user, query, offset, chat_type: "sender" },
    });
    const answer = (await this.#telegram.queries.awaitAnswer(id, patienceMs)) as InlineAnswer | undefined;
    return { ...outcome, query_id: id, answer };
  }

  async choose(bot: Bot, { user, chat, query, result: resultId, feedback }: Chosen) {
    const { store, queries, inlineMessages } = this.#telegram;
    const answer = queries.answerTo(query) as InlineAnswer | undefined;
    const result = answer?.results.find(({ id }) => id === resultId);
    if (!result) throw new Mistake(`The bot has answered the query "${query}" with no result "${resultId}"`);
    const conversation = this.#telegram.store.whereabouts(bot, user, chat);
    const message = this.#telegram.write(bot, conversation, {
      date: store.date(),
      from: user,
      via_bot: bot.user,
      ...(await inlineContent(this.#asking(bot), result)),
    });
    const { message_id } = message;
    const inlineId =
      message.reply_markup && inlineMessages.remember({ botId: bot.id, conversation, messageId: message_id });
    const inline = inlineId === undefined ? {} : { inline_message_id: inlineId };
    // A bot sees what is sent through it wherever it is itself.
    if (canSee(bot, conversation)) void this.tell(bot, { message });
    const chosen = { result_id: resultId, from: user, query: queries.textOf(query), ...inline };
    const outcome = feedback ? await this.tell(bot, { chosen_inline_result: chosen }) : {};
    return { ...outcome, message_id, ...inline };
  }

  /** Calls the bot into a chat where it is not. */
  async mention(bot: Bot, user: TelegramUser, chat: Chat | undefined, text: string) {
    const conversation = this.#telegram.store.whereabouts(bot, user, chat);
    if (canSee(bot, conversation))
      throw new Mistake("The bot is in this chat: it hears of this as of any message");
    const { store, queries } = this.#telegram;
    const said = textFields({ text, entities: findEntities(text) });
    const message = this.#telegram.write(bot, conversation, { date: store.date(), from: user, ...said });
    const guest_query_id = randomId();
    const update = completeUpdate(this.#telegram, bot, { guest_message: { ...message, guest_query_id } });
    // Of a chat of two people the message names but one: the answer belongs where it was written.
    queries.ask({ id: guest_query_id, kind: "guest", botId: bot.id, from: user, conversation });
    const outcome = await this.#feed.deliver(bot, update);
    return {
      ...outcome,
      message_id: message.message_id,
      guest_query_id,
      answer: queries.answerTo(guest_query_id),
    };
  }

  #pressedMessage(bot: Bot, { user, chat, message: messageId, inlineMessageId }: Pressed) {
    const { store, inlineMessages } = this.#telegram;
    if (inlineMessageId !== undefined) {
      const place = inlineMessages.find(inlineMessageId, bot.id);
      if (!place) throw new Mistake(`No message has the inline_message_id "${inlineMessageId}"`);
      const { conversation } = place;
      return { conversation, message: messageIn(conversation, place.messageId), inlineId: inlineMessageId };
    }
    if (messageId === undefined) throw new Mistake("Say which message: message, or inline_message_id");
    const conversation = store.whereabouts(bot, user, chat);
    const inlineId = inlineMessages.idOf(conversation, messageId);
    return { conversation, message: messageIn(conversation, messageId), inlineId };
  }

  #asking(bot: Bot): Asked {
    return {
      telegram: this.#telegram,
      bot,
      parameters: parametersOf({}),
      isLocal: false,
      feed: this.#feed,
    };
  }
}

function canSee(bot: Bot, conversation: Conversation): boolean {
  return conversation.botId === bot.id || (conversation.members.has(bot.id) && !hasLeft(bot, conversation));
}

function hasLeft(bot: Bot, { members }: Conversation): boolean {
  const status = members.get(bot.id);
  return status === "left" || status === "kicked";
}

function buttonOf({ reply_markup: keyboard }: Message, { button, data }: Pressed): Button {
  // An old button may be pressed after the keyboard has changed.
  if (data !== undefined) return { text: "", callback_data: data };
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  const found = buttons.find(({ text, callback_data }) => text === button || callback_data === button);
  if (found) return found;
  throw new Mistake(
    `No button "${button}" there; there are: ${buttons.map(({ text }) => text).join(", ") || "none"}`,
  );
}
