/** Helix, chat: lines the bot says, and who is there to read them. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import * as z from "zod";
import { type HelixEnv, missingScope } from "./access.ts";
import type { Channel } from "./channel.ts";
import type { ChatLine } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { bodyOf, type HelixContext, pageOf, requiredQuery } from "./helix-request.ts";
import type { RateWindow } from "./rate-window.ts";
import { asReply, findLine } from "./replies.ts";
import type { Scene } from "./scene.ts";

const messageSchema = z.object({
  broadcaster_id: z.string().optional(),
  sender_id: z.string().optional(),
  message: z.string().min(1),
  reply_parent_message_id: z.string().optional(),
  for_source_only: z.boolean().optional(),
});

interface SendMessage {
  readonly broadcasterId: string;
  readonly senderId: string;
  readonly text: string;
  readonly parentId: string | undefined;
}

const longestMessage = 500;

export function chatRoutes(scene: Scene, limit: RateWindow, echoAfterMs: number) {
  const { store } = scene;
  const routes = new Hono<HelixEnv>();

  routes.post("/messages", async (c) => {
    const request = requestOf(c, await bodyOf(c, messageSchema));
    const channel = store.channel(request.broadcasterId);
    checkSender(c, request, channel);
    if ([...request.text].length > longestMessage) throw new HelixError(422, "The message is too large");

    const dropped = dropReason(request, channel);
    if (dropped) return c.json({ data: [{ message_id: "", is_sent: false, drop_reason: dropped }] });

    const line = lineOf(request, channel);
    scene.hear(channel, line);
    // The echo comes when it comes; Twitch does not make the sender wait for it.
    setTimeout(() => void scene.tellLine(channel, line), echoAfterMs).unref();
    return c.json({ data: [{ message_id: line.id, is_sent: true, drop_reason: null }] });
  });

  routes.get("/chatters", (c) => {
    const channel = store.channel(requiredQuery(c, "broadcaster_id"));
    c.var.caller.needModerator(channel, requiredQuery(c, "moderator_id"), "moderator:read:chatters");
    const { items, pagination } = pageOf(c, channel.chatters, { usual: 100, most: 1_000 });
    const data = items.map(({ id, login, name }) => ({ user_id: id, user_login: login, user_name: name }));
    return c.json({ data, pagination, total: channel.chatters.length });
  });

  function lineOf({ senderId, text, parentId }: SendMessage, channel: Channel): ChatLine {
    const line = { id: randomUUID(), user: store.user(senderId), text, at: store.now() };
    const parent = parentId === undefined ? undefined : findLine(channel, parentId);
    return parent ? asReply(line, parent) : line;
  }

  /** An app token speaks for a bot that agreed to it, where the bot is welcome; a user token for its user. */
  function checkSender(c: HelixContext, { senderId }: SendMessage, channel: Channel): void {
    const { caller } = c.var;
    if (caller.user) return caller.needSelf(senderId, "user:write:chat");

    const agreed = (userId: string, scope: string) =>
      store.tokens.hasConsented(caller.clientId, userId, scope);
    for (const scope of ["user:write:chat", "user:bot"])
      if (!agreed(senderId, scope)) throw missingScope([scope]);
    if (!channel.mayModerate(senderId) && !agreed(channel.broadcaster.id, "channel:bot")) {
      throw missingScope(["channel:bot"]);
    }
  }

  function dropReason({ senderId, text }: SendMessage, channel: Channel) {
    const now = store.now();
    if (channel.banOf(senderId, now)) return reason("user_timed_out", "You are timed out in this channel.");
    if (text.startsWith("/")) return reason("msg_rejected", "Chat commands are not accepted here.");
    if (!limit.allows(senderId, now)) return reason("msg_ratelimit", "You are sending messages too quickly.");
    return undefined;
  }

  return routes;
}

// The reference wants the ids in the body; Twurple writes them into the query, and Twitch takes both.
function requestOf(c: HelixContext, body: z.infer<typeof messageSchema>): SendMessage {
  return {
    broadcasterId: body.broadcaster_id ?? requiredQuery(c, "broadcaster_id"),
    senderId: body.sender_id ?? requiredQuery(c, "sender_id"),
    text: body.message,
    parentId: body.reply_parent_message_id,
  };
}

function reason(code: string, message: string) {
  return { code, message: `Your message was not sent. ${message}` };
}
