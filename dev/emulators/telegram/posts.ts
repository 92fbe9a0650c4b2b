/** Posts: what people write in groups and channels, change and pin there, with every bot that is there told of it. */
import { setTimeout as sleep } from "node:timers/promises";
import { Mistake } from "../../world/mistake.ts";
import type { Conversation, Draft } from "./conversation.ts";
import type { Outcome } from "./delivery.ts";
import type { Keyboard, Message, TelegramUser } from "./entities.ts";
import type { Feed } from "./feed.ts";
import { messageIn } from "./message-in.ts";
import { contentOf, frameOf, hasFile } from "./methods/content.ts";
import { topicFields, withoutReply } from "./methods/place.ts";
import { originOf } from "./origin.ts";
import { randomId } from "./store.ts";
import type { Telegram } from "./telegram.ts";

type Content = Readonly<Record<string, unknown>>;

export interface Post {
  /** One message, or the items of an album. */
  readonly items: readonly Content[];
  /** Somebody in a group; nobody there is its anonymous administrator. */
  readonly from?: TelegramUser | undefined;
  readonly signature?: string | undefined;
  readonly replyTo?: number | undefined;
  readonly topic?: number | undefined;
  readonly keyboard?: Keyboard | undefined;
  readonly origin?: Content | undefined;
  readonly isProtected?: boolean | undefined;
  /** An album that is there already: this comes late to it. */
  readonly mediaGroupId?: string | undefined;
  /** Between the items of an album. */
  readonly gapMs?: number | undefined;
}

/** Messages that are there from now on, and what comes of telling the bots. */
export interface Posted {
  readonly messages: readonly Message[];
  readonly told: Promise<readonly Outcome[]>;
}

export class Posts {
  readonly #telegram: Telegram;
  readonly #feed: Feed;

  constructor(telegram: Telegram, feed: Feed) {
    this.#telegram = telegram;
    this.#feed = feed;
  }

  post(conversation: Conversation, post: Post): Posted {
    const frame = this.#frame(conversation, post);
    const group = post.mediaGroupId ?? (post.items.length > 1 ? randomId() : undefined);
    const grouped = group === undefined ? {} : { media_group_id: group };
    const messages = post.items.map((item) => this.#write(conversation, { ...frame, ...grouped, ...item }));
    return { messages, told: this.#tellInTurn(conversation, messages, post.gapMs ?? 0) };
  }

  /** Without content it is one of the changes nobody can see, of which bots are told all the same. */
  edit(conversation: Conversation, id: number, content: Content, keyboard?: Keyboard): Posted {
    const before = messageIn(conversation, id);
    const message = this.#telegram.rewrite(undefined, conversation, {
      ...frameOf(before),
      ...changed(before, content),
      ...((keyboard ?? before.reply_markup) && { reply_markup: keyboard ?? before.reply_markup }),
      edit_date: this.#telegram.store.date(),
    } as Message);
    return { messages: [message], told: this.#feed.announceEdit(conversation, message) };
  }

  /** Bots are told nothing, as at Telegram. */
  delete(conversation: Conversation, id: number): void {
    this.#telegram.delete(undefined, conversation, messageIn(conversation, id).message_id);
  }

  pin(conversation: Conversation, id: number, by: Pick<Post, "from">): Posted {
    const pinned_message = withoutReply(messageIn(conversation, id));
    conversation.mark(id, { isPinned: true });
    return this.#say(conversation, { ...this.#frame(conversation, by), pinned_message });
  }

  unpin(conversation: Conversation, id: number): void {
    conversation.mark(messageIn(conversation, id).message_id, { isPinned: false });
  }

  /** A group becomes a supergroup: everybody moves, and its old id is a thing of the past. */
  migrate(group: Conversation, to: number): readonly Posted[] {
    const { type: _, ...card } = group.chat;
    const supergroup = this.#telegram.store.openGroup({ ...card, id: to, type: "supergroup" });
    for (const id of group.members.keys()) supergroup.admit(id, group.standingOf(id));
    group.migratedTo = to;
    return [
      this.#say(group, { ...this.#frame(group, {}), migrate_to_chat_id: to }),
      this.#say(supergroup, { ...this.#frame(supergroup, {}), migrate_from_chat_id: group.chat.id }),
    ];
  }

  /** Videos that were held back are there: those who wrote them are not told. */
  release(conversation: Conversation): readonly Message[] {
    const messages = conversation.release();
    for (const message of messages) this.#telegram.show(undefined, conversation, { message });
    return messages;
  }

  #say(conversation: Conversation, draft: Draft): Posted {
    const message = this.#write(conversation, draft);
    return { messages: [message], told: this.#feed.announce(conversation, message) };
  }

  #write(conversation: Conversation, draft: Draft): Message {
    return this.#telegram.write(undefined, conversation, draft);
  }

  async #tellInTurn(conversation: Conversation, messages: readonly Message[], gapMs: number) {
    const told: Promise<readonly Outcome[]>[] = [];
    for (const [index, message] of messages.entries()) {
      if (index > 0 && gapMs > 0) await sleep(gapMs, undefined, { ref: false });
      told.push(this.#feed.announce(conversation, message), this.#discuss(conversation, message));
    }
    return (await Promise.all(told)).flat();
  }

  /** A post of a channel is forwarded into its discussion by Telegram itself. */
  async #discuss({ discussion }: Conversation, post: Message): Promise<readonly Outcome[]> {
    if (!discussion) return [];
    return this.#say(discussion, {
      date: post.date,
      from: telegramItself,
      ...(post.sender_chat && { sender_chat: post.sender_chat }),
      ...contentOf(post),
      ...(post.media_group_id !== undefined && { media_group_id: post.media_group_id }),
      forward_origin: originOf(post),
      is_automatic_forward: true,
    }).told;
  }

  #frame(conversation: Conversation, post: Omit<Post, "items">): Draft {
    const { chat, isChannel, topics, members } = conversation;
    const { from, signature, replyTo, topic, keyboard, origin } = post;
    const parent = replyTo === undefined ? undefined : messageIn(conversation, replyTo);
    if (topic !== undefined && !topics.has(topic))
      throw new Mistake(`There is no topic ${topic} in this chat`);
    if (from && !members.has(from.id)) members.set(from.id, "member");
    return {
      date: this.#telegram.store.date(),
      ...(isChannel || !from ? { sender_chat: chat } : {}),
      ...(!isChannel && { from: from ?? anonymousAdministrator }),
      ...(signature !== undefined && { author_signature: signature }),
      ...topicFields(topic),
      ...(parent && { reply_to_message: withoutReply(parent) }),
      ...(origin && { forward_origin: origin }),
      ...(keyboard && { reply_markup: keyboard }),
      ...(post.isProtected && { has_protected_content: true }),
    };
  }
}

/** New files take the place of the old ones, and text or caption that of its like. */
function changed(before: Message, content: Content): Content {
  const names = Object.keys(content);
  const bringsFile = hasFile(content);
  const kept = Object.entries(contentOf(before)).filter(
    ([name]) =>
      !(names.includes("text") && name === "entities") &&
      !(names.includes("caption") && name === "caption_entities") &&
      !(bringsFile && hasFile({ [name]: true })),
  );
  return { ...Object.fromEntries(kept), ...content };
}

/** Who writes where no person does: https://core.telegram.org/bots/api#message, `from`. */
const anonymousAdministrator: TelegramUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
};
const telegramItself: TelegramUser = { id: 777_000, is_bot: false, first_name: "Telegram" };
