import * as z from "zod";
import type { DeadLetter } from "#durable-objects/room-memory";
import { placeName } from "#domain/forwarder/chat";
import { operation } from "./operation.ts";
import { chat, count, moment, page, place, shownChat, shownMoment } from "./shapes.ts";

const tag = "Chats";
const chatId = z.string().regex(/^-?\d{1,15}$/, "wants a chat's id");
const inPath = z.object({ id: chatId });

export const chatOperations = [
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/chats",
    summary: "The chats that the bot knows, by title",
    query: page,
    answer: z.object({ items: z.array(chat), total: count.describe("On all pages") }),
    async ask({ query: { search, ...question } }, { channels }) {
      const { chats, total } = await channels.list({ ...question, ...(search !== undefined && { search }) });
      return { items: chats.map(shownChat), total };
    },
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/chats",
    summary: "Looks for a chat, and notes what the bot may do there",
    body: z.strictObject({
      chat: z.string().max(500).describe("An @name, a t.me link, or an id, with #topic if one is meant"),
    }),
    answer: z.object({ place, chat }),
    async ask({ body }, { channels }) {
      const recognised = await channels.recognise(body.chat);
      return { place: placeName(recognised.place), chat: shownChat(recognised.chat) };
    },
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/chats/:id/check",
    summary: "Looks at a chat again: its name, its rights, or why it cannot be used",
    inPath,
    answer: chat,
    ask: async ({ inPath: { id } }, { channels }) => shownChat((await channels.check(id)).chat),
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/unreadable",
    summary: "Updates that nobody could read, the latest first, or what a source's room could not work on",
    query: z.object({ chat: chatId.optional().describe("A source's id; without it, Telegram's updates") }),
    answer: z.object({
      items: z.array(
        z.object({
          key: z.string(),
          at: moment,
          what: z.unknown(),
          why: z.string().describe("What went wrong"),
        }),
      ),
    }),
    async ask({ query }, { env }) {
      const letters: unknown = await env.SOURCE_CHAT.getByName(query.chat ?? "nobody").deadLetters(100);
      // The cast: RPC's types know no `unknown`.
      const items = (letters as readonly DeadLetter[]).map(({ at, ...letter }) => ({
        ...letter,
        at: shownMoment(at),
      }));
      return { items };
    },
  }),
];
