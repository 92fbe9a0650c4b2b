/** What Twitch tells, Twitch knows: after a notification, Helix has to agree with it. */
import * as z from "zod";
import type { Channel } from "./channel.ts";
import type { Redemption } from "./entities.ts";
import type { Scene } from "./scene.ts";
import { showLive, showOffline } from "./stream.ts";

interface Told {
  readonly type: string;
  /** When Twitch says that it sent it. */
  readonly timestamp?: string | undefined;
}

export function remember({ type, timestamp }: Told, event: unknown, channel: Channel, scene: Scene): void {
  switch (type) {
    case "channel.chat.message":
      return rememberLine(event, channel, scene);
    case "channel.channel_points_custom_reward_redemption.add":
      return rememberRedemption(event, channel, scene);
    case "channel.channel_points_custom_reward_redemption.update":
      rememberRedemption(event, channel, scene);
      return rememberEnd(event, channel, scene);
    case "stream.online":
      return rememberLive(event, channel, scene);
    case "stream.offline":
      return showOffline(scene, channel, Date.parse(timestamp ?? "") || scene.store.now());
  }
}

const lineSchema = z.object({
  message_id: z.string(),
  chatter_user_id: z.string(),
  chatter_user_login: z.string(),
  chatter_user_name: z.string(),
  message: z.object({ text: z.string() }),
});

function rememberLine(event: unknown, channel: Channel, scene: Scene): void {
  const { data } = lineSchema.safeParse(event);
  if (!data || channel.chat.some(({ id }) => id === data.message_id)) return;
  const { store } = scene;
  const { chatter_user_id: id, chatter_user_login: login, chatter_user_name: name } = data;
  const user = store.meet({ id, login, name });
  scene.hear(channel, { id: data.message_id, user, text: data.message.text, at: store.now() });
}

const redemptionSchema = z.object({
  id: z.string(),
  user_id: z.string(),
  user_login: z.string(),
  user_name: z.string(),
  user_input: z.string(),
  redeemed_at: z.string(),
  status: z.enum(["unfulfilled", "fulfilled", "canceled"]).catch("unfulfilled"),
  reward: z.object({ id: z.string(), title: z.string(), cost: z.number(), prompt: z.string() }),
});

const capitals = { unfulfilled: "UNFULFILLED", fulfilled: "FULFILLED", canceled: "CANCELED" } as const;

// A redemption that is told twice keeps the status it has come to.
function rememberRedemption(event: unknown, channel: Channel, scene: Scene): void {
  const { data } = redemptionSchema.safeParse(event);
  if (!data || channel.redemptions.has(data.id)) return;
  const { store } = scene;
  const redemption: Redemption = {
    id: data.id,
    user: store.meet({ id: data.user_id, login: data.user_login, name: data.user_name }),
    reward: data.reward,
    input: data.user_input,
    status: capitals[data.status],
    redeemedAt: Date.parse(data.redeemed_at) || store.now(),
  };
  scene.keep(channel, redemption);
}

// It ends once, whatever is told again or late.
function rememberEnd(event: unknown, channel: Channel, scene: Scene): void {
  const { data } = redemptionSchema.safeParse(event);
  const known = channel.redemptions.get(data?.id ?? "");
  if (!data || known?.status !== "UNFULFILLED" || data.status === "unfulfilled") return;
  scene.keep(channel, { ...known, status: capitals[data.status] });
}

const liveSchema = z.object({ id: z.string(), started_at: z.string() });

function rememberLive(event: unknown, channel: Channel, scene: Scene): void {
  const { data } = liveSchema.safeParse(event);
  if (!data) return;
  showLive(scene, channel, { id: data.id, startedAt: Date.parse(data.started_at) || scene.store.now() });
}
