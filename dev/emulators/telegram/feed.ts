/** The feed: which bots hear of what happens in a chat, and what of it they have asked to hear. */
import { isDeepStrictEqual } from "node:util";
import { Mistake } from "../../world/mistake.ts";
import type { Conversation } from "./conversation.ts";
import { type Delivery, kindOf, type Outcome } from "./delivery.ts";
import type { Message, TelegramUser, Update } from "./entities.ts";
import { chatMember, isThere, type Standing } from "./membership.ts";
import type { Bot } from "./bot.ts";
import type { Telegram } from "./telegram.ts";

export class Feed {
  readonly #telegram: Telegram;
  readonly #delivery: Delivery;

  constructor(telegram: Telegram, delivery: Delivery) {
    this.#telegram = telegram;
    this.#delivery = delivery;
  }

  /** What `getWebhookInfo` says of the updates that are still to come, and of the last one that was not taken. */
  report(bot: Bot) {
    return { pending_update_count: this.#delivery.pending(bot), ...this.#delivery.lastError(bot) };
  }

  /** Throws where the bot has said that it wants no updates of this kind. */
  deliver(bot: Bot, update: Update): Promise<Outcome> {
    const kind = kindOf(update);
    if (!isAllowed(bot, kind))
      throw new Mistake(`The bot has not asked for updates of the kind "${kind}" (allowed_updates)`);
    return this.#delivery.deliver(bot, update);
  }

  /** A message is new in a group or channel: every bot that is there hears of it. */
  async announce(conversation: Conversation, message: Message): Promise<Outcome[]> {
    return this.#tellAll(conversation, conversation.isChannel ? "channel_post" : "message", message);
  }

  /** A message has changed. */
  async announceEdit(conversation: Conversation, message: Message): Promise<Outcome[]> {
    const kind = conversation.isChannel ? "edited_channel_post" : "edited_message";
    return this.#tellAll(conversation, kind, message);
  }

  /** The bot is something else in the chat from now on, by the hand of `from`. */
  async admit(bot: Bot, conversation: Conversation, after: Standing, from: TelegramUser): Promise<Outcome[]> {
    const { store } = this.#telegram;
    const old_chat_member = chatMember(bot.user, conversation.standingOf(bot.id));
    conversation.admit(bot.id, after);
    const new_chat_member = chatMember(bot.user, after);
    const isNews = !isDeepStrictEqual(old_chat_member, new_chat_member);
    if (!isNews || !isAllowed(bot, "my_chat_member")) return [];
    const { chat } = conversation;
    const about = { chat, from, date: store.date(), old_chat_member, new_chat_member };
    return [await this.#tell(bot, "my_chat_member", about)];
  }

  #tellAll(conversation: Conversation, kind: string, message: Message): Promise<Outcome[]> {
    const listening = this.#telegram.store.bots.filter(
      (bot) => isThere(conversation.standingOf(bot.id)) && isAllowed(bot, kind),
    );
    return Promise.all(listening.map((bot) => this.#tell(bot, kind, this.#telegram.shownTo(bot, message))));
  }

  #tell(bot: Bot, kind: string, about: unknown): Promise<Outcome> {
    return this.#delivery.deliver(bot, { update_id: this.#telegram.store.nextUpdateId(), [kind]: about });
  }
}

/** What a bot that has named no kinds is not told of. */
const onlyWhenNamed = ["chat_member", "message_reaction", "message_reaction_count"];

function isAllowed({ webhook: { allowedUpdates } }: Bot, kind: string): boolean {
  return allowedUpdates.length > 0 ? allowedUpdates.includes(kind) : !onlyWhenNamed.includes(kind);
}
