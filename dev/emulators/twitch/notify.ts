/** Notify: one message of EventSub, right or wrong in every way a test may ask for. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Delivered, Message } from "../../world/delivery.ts";
import { isPlainObject } from "../../world/plain-object.ts";
import type { Channel } from "./channel.ts";
import type { Redemption, Subscription } from "./entities.ts";
import { templateOf } from "./event-templates.ts";
import { type Notifications, onTheWire } from "./notifications.ts";
import type { Scene } from "./scene.ts";

export const notifySchema = z.object({
  type: z.string().min(1),
  version: z.string().optional(),
  /** A part of the event, or something that is no event at all. */
  event: z.unknown().optional(),
  /** Sent instead of everything else, as it is. */
  rawBody: z.string().optional(),
  messageId: z.string().optional(),
  messageType: z.string().optional(),
  timestamp: z.string().optional(),
  signature: z.string().optional(),
  headers: z.record(z.string(), z.string().nullable()).optional(),
  challenge: z.string().optional(),
  /** Replaces parts of the subscription, such as `{"status": "authorization_revoked"}`. */
  subscription: z.record(z.string(), z.unknown()).optional(),
  callback: z.url().optional(),
  secret: z.string().optional(),
});

export type Notify = z.infer<typeof notifySchema>;

export async function notify(
  asked: Notify,
  channel: Channel,
  scene: Scene,
  notifications: Notifications,
): Promise<Delivered & { readonly messageId: string }> {
  const event = eventOf(asked, channel, scene);
  if (isGenuine(asked)) remember(asked.type, event, channel, scene);
  const message = messageOf(asked, event, channel, notifications);
  const delivered = await notifications.deliverOnce(message, channel.broadcaster.id);
  return { ...delivered, messageId: message.id };
}

function messageOf(asked: Notify, event: unknown, channel: Channel, notifications: Notifications): Message {
  const subscription = subscriptionOf(asked, channel, notifications);
  const envelope = { subscription: { ...onTheWire(subscription), ...asked.subscription } };
  const body = asked.rawBody ?? JSON.stringify({ ...envelope, ...contentOf(asked, event) });
  const usual = notifications.messageFor(subscription, body);
  return {
    ...usual,
    id: asked.messageId ?? usual.id,
    type: asked.messageType ?? usual.type,
    timestamp: asked.timestamp ?? usual.timestamp,
    signature: asked.signature,
    headers: asked.headers,
  };
}

function subscriptionOf(asked: Notify, channel: Channel, notifications: Notifications): Subscription {
  const { version, condition } = templateOf(asked.type);
  const found = notifications.subscriptionFor(asked.type, version, condition(channel));
  return {
    ...found,
    version: asked.version ?? found.version,
    callback: asked.callback ?? found.callback,
    secret: asked.secret ?? found.secret,
  };
}

function contentOf({ messageType, challenge }: Notify, event: unknown) {
  if (messageType === "webhook_callback_verification") return { challenge: challenge ?? randomUUID() };
  return messageType === "revocation" ? {} : { event };
}

function eventOf({ type, event = {} }: Notify, channel: Channel, { store }: Scene): unknown {
  return isPlainObject(event) ? templateOf(type).event({ store, channel, given: event }) : event;
}

// A forgery comes from somebody else: Twitch knows nothing of what is in it.
function isGenuine({ rawBody, signature, secret, messageType = "notification" }: Notify): boolean {
  return messageType === "notification" && [rawBody, signature, secret].every((given) => given === undefined);
}

// What Twitch tells, Twitch knows: Helix has to agree with the event.
function remember(type: string, event: unknown, channel: Channel, scene: Scene): void {
  if (type === "channel.chat.message") rememberLine(event, channel, scene);
  if (type === "channel.channel_points_custom_reward_redemption.add")
    rememberRedemption(event, channel, scene);
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
