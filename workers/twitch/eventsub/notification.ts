import * as z from "zod";
import type { ChannelId } from "#kernel/ids";
import type { ChannelEvent } from "#domain/twitch/eventsub/channel-event";
import { appSubscriptionTypes, subscriptionTypes } from "#domain/twitch/eventsub/index";

const text = z.string().min(1);

/** The body of every message Twitch sends; unknown fields pass. */
const envelopeSchema = z.object({
  subscription: z.object({
    type: text,
    version: text,
    status: z.string().optional(),
    condition: z.record(z.string(), z.unknown()).optional(),
  }),
  event: z.unknown().optional(),
  challenge: z.string().optional(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

const utf8 = new TextDecoder();

/** undefined: signed by Twitch, yet not what Twitch documents. */
export function readEnvelope(body: Uint8Array): Envelope | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(utf8.decode(body))).data;
  } catch {
    // Not JSON, or nested too deep to be read.
    return undefined;
  }
}

/** What a notification means here. */
export type Understood =
  | {
      readonly is: "event";
      readonly channel: ChannelId;
      readonly event: ChannelEvent;
      readonly newVersion: boolean;
    }
  | { readonly is: "consent-revoked"; readonly userId: string }
  /** Understood, and of no concern. */
  | { readonly is: "nothing" }
  /** A type, a version or a shape nobody here knows; counted with its channel, where it names one. */
  | { readonly is: "unknown"; readonly what: string; readonly channel: ChannelId | undefined };

const byType = new Map(subscriptionTypes.map((one) => [one.type, one]));
const appByType = new Map(appSubscriptionTypes.map((one) => [one.type, one]));

/** A version we do not know is read like the one we do: Twitch changes little, and a lost redemption costs somebody points. */
export function understand(envelope: Envelope): Understood {
  const { subscription, event } = envelope;
  const channel = channelOf(event, subscription.condition);
  try {
    return read(envelope, channel) ?? { is: "unknown", what: `type ${subscription.type}`, channel };
  } catch (error) {
    if (error instanceof z.ZodError) return { is: "unknown", what: `shape of ${subscription.type}`, channel };
    throw error;
  }
}

function read({ subscription, event }: Envelope, channel: ChannelId | undefined): Understood | undefined {
  const { type, version } = subscription;
  const app = appByType.get(type);
  if (app) return { is: "consent-revoked", ...app.parse(event) };
  const known = byType.get(type);
  if (!known || !channel) return undefined;
  const parsed = known.parse(event);
  return parsed
    ? { is: "event", channel, event: parsed, newVersion: version !== known.version }
    : { is: "nothing" };
}

const withBroadcaster = z.object({ broadcaster_user_id: z.string().regex(/^\d{1,20}$/) });

/** The channel that one of these places names. */
export function channelOf(...places: readonly unknown[]): ChannelId | undefined {
  for (const place of places) {
    const id = withBroadcaster.safeParse(place).data?.broadcaster_user_id;
    if (id) return id as ChannelId;
  }
  return undefined;
}
