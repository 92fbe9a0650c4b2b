/** Control of groups and channels: what they are, and what the bots may do in them. */
import { Hono } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import { botNamed, chatFrom, chatSchema, personFrom, personSchema } from "./control-request.ts";
import type { Conversation } from "./conversation.ts";
import type { Outcome } from "./delivery.ts";
import type { TelegramUser } from "./entities.ts";
import type { Feed } from "./feed.ts";
import { memberStatuses, type Standing } from "./membership.ts";
import type { Bot } from "./bot.ts";
import type { Telegram } from "./telegram.ts";

const statusSchema = z.enum(memberStatuses);

const changeSchema = z.strictObject({
  members: z.array(z.object({ user: personSchema, status: statusSchema })).default([]),
  /** What the bots are there, all of them or by name; they are told nothing. */
  bots: z.union([statusSchema, z.record(z.string(), statusSchema)]).optional(),
  /** What the bot is there, and it is told so; or an administrator with these rights, others being as usual. */
  botRights: z.union([statusSchema, z.record(z.string(), z.boolean())]).optional(),
  bot: z.string().optional(),
  protected: z.boolean().optional(),
  topics: z.array(z.strictObject({ id: z.int().min(1), name: z.string() })).optional(),
  /** The group where this channel's posts are discussed. */
  discussion: z.int().nullable().optional(),
  holdsVideosBack: z.boolean().optional(),
});
type Change = z.infer<typeof changeSchema>;

const cardSchema = z.object({
  id: z.int(),
  type: z.enum(["group", "supergroup", "channel"]).optional(),
  title: z.string().optional(),
  username: z.string().optional(),
});
const byChatSchema = changeSchema.extend({ chat: chatSchema });
const byIdSchema = changeSchema
  .extend(cardSchema.shape)
  .transform(({ id, type, title, username, ...change }) => ({
    ...change,
    chat: { id, type, title, username },
  }));

export interface ChatsControlParts {
  readonly telegram: Telegram;
  readonly feed: Feed;
  /** Whom `botRights` speaks of where no bot is named; all of them where there is none. */
  readonly usualBot: string | undefined;
}

export function chatsControl({ telegram, feed, usualBot }: ChatsControlParts): Hono {
  const { store } = telegram;
  const control = new Hono();

  control.post("/", async (c) => {
    const asked = z.looseObject({}).parse(await c.req.json());
    const { chat: given, ...change } = ("chat" in asked ? byChatSchema : byIdSchema).parse(asked);
    const chat = chatFrom(store, given);
    if (chat.id > 0) throw new Mistake("A private chat comes into being when somebody writes in it");
    const conversation = store.openGroup(chat);
    conversation.chat = { ...conversation.chat, ...chat };
    applyTo(conversation, change);
    const told = change.botRights === undefined ? [] : admitBots(conversation, change);
    if (c.req.query("wait") === "false") return c.json({ ...conversation.chat, queued: true });
    return c.json({ ...conversation.chat, told: await told });
  });

  function applyTo(conversation: Conversation, change: Change): void {
    for (const { user, status } of change.members)
      conversation.members.set(personFrom(store, user).id, status);
    for (const bot of store.bots) {
      const status = typeof change.bots === "string" ? change.bots : change.bots?.[bot.settings.name];
      if (status) conversation.admit(bot.id, { status, rights: {} });
    }
    conversation.isProtected = change.protected ?? conversation.isProtected;
    if (change.topics) openTopics(conversation, change.topics);
    if (change.discussion !== undefined) conversation.discussion = discussionOf(change.discussion);
    if (change.holdsVideosBack === undefined) return;
    conversation.holdsVideosBack = change.holdsVideosBack;
    if (!change.holdsVideosBack) conversation.release();
  }

  function discussionOf(id: number | null): Conversation | undefined {
    if (id === null) return undefined;
    return store.openGroup(chatFrom(store, id));
  }

  async function admitBots(conversation: Conversation, { botRights, bot }: Change): Promise<Outcome[]> {
    const after = standingFrom(botRights ?? "left");
    const told = botsMeant(bot ?? usualBot).map((each) => feed.admit(each, conversation, after, anyPerson()));
    return (await Promise.all(told)).flat();
  }

  function botsMeant(name: string | undefined): readonly Bot[] {
    return name === undefined ? store.bots : [botNamed(store, name)];
  }

  function anyPerson(): TelegramUser {
    return store.settings.acquaintances[0] ?? store.user(1);
  }

  return control;
}

const generalTopic = { id: 1, name: "General" };

/** Topics make a supergroup a forum, and none make it a plain one again. */
function openTopics(conversation: Conversation, topics: readonly { id: number; name: string }[]): void {
  const all = topics.length > 0 ? [generalTopic, ...topics] : [];
  conversation.topics = new Map(all.map(({ id, name }) => [id, name]));
  const { is_forum: _, ...chat } = conversation.chat;
  conversation.chat = { ...chat, ...(all.length > 0 && { is_forum: true }) };
}

/** Rights of an administrator, or of somebody who is restricted in what they send. */
function standingFrom(given: NonNullable<Change["botRights"]>): Standing {
  if (typeof given === "string") return { status: given, rights: {} };
  const isRestricted = Object.keys(given).some((right) => right.startsWith("can_send_"));
  return { status: isRestricted ? "restricted" : "administrator", rights: given };
}
