import * as z from "zod";
import { deadLetter } from "../dead-letter.ts";
import { count, listOf, operation, part } from "../operation.ts";
import { chat, place, refusals, search } from "./shapes.ts";

const tag = "Chats";
const chatId = z.string().regex(/^-?\d{1,15}$/, "wants a chat's id");

/** The chats that the bot knows, and what came from them that nobody could read. */
export const chatsApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/forwarder/chats",
    needs: ["forwarder", "see"],
    summary: "The chats that the bot knows, by title",
    query: z.object({ ...part(50, 500), search }),
    answer: listOf(chat).extend({ total: count.describe("Of all that were asked for") }),
    refusals,
  }),
  recognise: operation({
    tag,
    method: "post",
    path: "/api/forwarder/chats",
    needs: ["forwarder", "change"],
    summary: "Looks for a chat, and notes what the bot may do there",
    body: z.strictObject({
      chat: z.string().max(500).describe("An @name, a t.me link, or an id, with #topic if one is meant"),
    }),
    answer: z.object({ place, chat }),
    refusals,
  }),
  check: operation({
    tag,
    method: "post",
    path: "/api/forwarder/chats/:id/check",
    needs: ["forwarder", "change"],
    summary: "Looks at a chat again: its name, its rights, or why it cannot be used",
    inPath: z.object({ id: chatId }),
    answer: chat,
    refusals,
    // It finds out what is so already.
    isAudited: false,
  }),
  unreadable: operation({
    tag,
    method: "get",
    path: "/api/forwarder/unreadable",
    needs: ["forwarder", "see"],
    summary: "Updates that nobody could read, the latest first, or what a source's room could not work on",
    query: z.object({
      chat: chatId.optional().describe("A source's id; without it, Telegram's updates"),
    }),
    answer: z.object({ items: z.array(deadLetter) }),
    refusals,
  }),
} as const;
