/** Notify: one message of EventSub, right or wrong in every way a test may ask for. */
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Delivered, Message } from "../../world/delivery.ts";
import { isPlainObject } from "../../world/plain-object.ts";
import type { Channel } from "./channel.ts";
import type { Subscription } from "./entities.ts";
import { templateOf } from "./event-templates.ts";
import { type Notifications, onTheWire } from "./notifications.ts";
import { remember } from "./remember.ts";
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
  if (isGenuine(asked)) remember(asked, event, channel, scene);
  const message = messageOf(asked, event, channel, scene, notifications);
  const delivered = await notifications.deliverOnce(message, channel.broadcaster.id);
  return { ...delivered, messageId: message.id };
}

function messageOf(
  asked: Notify,
  event: unknown,
  channel: Channel,
  { store }: Scene,
  notifications: Notifications,
): Message {
  const { version, condition } = templateOf(asked.type);
  const usualSubscription = notifications.subscriptionFor(asked.type, version, condition(channel, store));
  const subscription = asAsked(usualSubscription, asked);
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

function asAsked(found: Subscription, asked: Notify): Subscription {
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
