/** Control: viewers, a human moderator, the broadcaster and Twitch itself, played by whoever asks. */
import { Hono } from "hono";
import * as z from "zod";
import { channelState } from "./channel-state.ts";
import { chatControl } from "./control-chat.ts";
import { pointsControl } from "./control-points.ts";
import { channelAsked, channelOf, channelSchema } from "./control-request.ts";
import type { Notifications } from "./notifications.ts";
import { notify, notifySchema } from "./notify.ts";
import { revokeChannel, withdrawConsent } from "./revocation.ts";
import type { Scene } from "./scene.ts";
import { goLive, goOffline } from "./stream.ts";

const streamSchema = channelSchema.extend({ live: z.boolean() });
const revokeSchema = channelSchema.extend({ status: z.string().min(1).default("authorization_revoked") });
const tokensSchema = z.object({ userId: z.string().optional(), consent: z.literal("withdraw").optional() });

export function createTwitchControl(scene: Scene, notifications: Notifications): Hono {
  const { store } = scene;
  const control = new Hono();
  control.route("/", chatControl(scene));
  control.route("/", pointsControl(scene));

  control.post("/notify", async (c) => {
    const json: unknown = await c.req.json();
    const asked = notifySchema.parse(json);
    return c.json(await notify(asked, channelOf(store, channelSchema.parse(json)), scene, notifications));
  });

  control.post("/stream", async (c) => {
    const asked = streamSchema.parse(await c.req.json());
    const channel = channelOf(store, asked);
    // What is so already is no news.
    if (asked.live === (channel.stream !== null)) return c.json({ stream: channel.stream });
    const { status, error } = await (asked.live ? goLive(scene, channel) : goOffline(scene, channel));
    return c.json({ stream: channel.stream, status, error });
  });

  control.post("/revoke", async (c) => {
    const asked = revokeSchema.parse(await c.req.json());
    const { broadcaster } = channelOf(store, asked);
    const revoked = await revokeChannel(store, notifications, broadcaster.id, asked.status);
    return c.json(revoked.map(({ type, status }) => ({ type, status })));
  });

  control.post("/tokens/expire", async (c) => {
    const { userId, consent } = tokensSchema.parse(await c.req.json());
    if (userId !== undefined && consent === "withdraw") await withdrawConsent(store, notifications, userId);
    else store.tokens.expire(userId);
    return c.body(null, 204);
  });

  control.get("/state", (c) => c.json(channelState(channelAsked(store, c), store)));

  return control;
}
