import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { instant, minutes } from "#kernel/clock";
import { type DoorEnv, door } from "../../door.ts";
import { channelOf, type Envelope, readEnvelope, understand } from "./notification.ts";
import { isSignedByTwitch } from "./signature.ts";

/** Far more than Twitch ever sends. */
const largestBody = 1024 * 1024;
/** https://dev.twitch.tv/docs/eventsub/#guarding-against-replay-attacks ; a clock may be off either way. */
const oldest = minutes(10);

const smallEnough = bodyLimit({ maxSize: largestBody, onError: (c) => c.text("The body is too large", 413) });

/**
 * Twitch knocks. The order of checks matters: what is not signed must leave no trace, and what is signed must be
 * answered with 2xx unless it should be sent again, for Twitch takes a subscription away that fails too often.
 */
export const eventsub = door().post("/", smallEnough, async (c) => {
  const { config } = c.var;
  const body = new Uint8Array(await c.req.arrayBuffer());
  const header = (name: string) => c.req.header(`twitch-eventsub-message-${name}`) ?? "";
  const signed = { id: header("id"), timestamp: header("timestamp"), signature: header("signature") };
  if (!signed.id || !(await isSignedByTwitch(signed, body, config.TWITCH_EVENTSUB_SECRET)))
    return c.text("The signature does not fit", 403);

  if (!isFresh(signed.timestamp))
    return ignored(c, "stale", { messageId: signed.id, timestamp: signed.timestamp });
  const envelope = readEnvelope(body);
  if (!envelope) return ignored(c, "malformed", { messageId: signed.id });

  switch (header("type")) {
    case "webhook_callback_verification":
      return envelope.challenge === undefined ? ignored(c, "no-challenge") : c.text(envelope.challenge);
    case "notification":
      return notified(c, signed, envelope);
    case "revocation":
      return revoked(c, envelope);
    default:
      return ignored(c, "unknown-message-type", { type: header("type") });
  }
});

/** NaN, for a timestamp that is none, is not fresh. */
const isFresh = (timestamp: string) => Math.abs(Date.now() - Date.parse(timestamp)) <= oldest;

interface Message {
  readonly id: string;
  readonly timestamp: string;
}

async function notified(
  c: Context<DoorEnv>,
  { id: messageId, timestamp }: Message,
  envelope: Envelope,
): Promise<Response> {
  const understood = understand(envelope);
  switch (understood.is) {
    case "nothing":
      return c.body(null, 204);
    case "unknown":
      if (understood.channel)
        c.executionCtx.waitUntil(c.env.CHANNEL.getByName(understood.channel).count(understood.what));
      return ignored(c, "not-understood", { messageId, what: understood.what, channel: understood.channel });
    case "event": {
      const { channel, event, newVersion } = understood;
      if (newVersion) c.var.log.info("eventsub.new-version", { ...envelope.subscription });
      // 2xx only when the room has it on disk; whatever goes wrong before is a 503, and Twitch sends it again.
      const sentAt = instant(Date.parse(timestamp));
      await c.env.CHANNEL.getByName(channel).receive({ messageId, sentAt, event });
      return c.body(null, 204);
    }
    case "consent-revoked":
      await consentRevoked(c, understood.userId);
      return c.body(null, 204);
  }
}

/** Twitch notifies us no more. What a person has not wanted is mended by the channel's own care. */
async function revoked(c: Context<DoorEnv>, { subscription }: Envelope): Promise<Response> {
  c.var.log.warn("eventsub.revoked", { ...subscription });
  const channel = channelOf(subscription.condition);
  if (channel) await c.env.CHANNEL.getByName(channel).lost(subscription.type);
  return c.body(null, 204);
}

/** The account may be a broadcaster's, or the bot's; its room knows. */
async function consentRevoked(c: Context<DoorEnv>, userId: string): Promise<void> {
  await c.env.IDENTITY.getByName("bot").consentRevoked(userId);
  if (await c.env.IDENTITY.getByName(userId).consentRevoked(userId))
    await c.env.CHANNEL.getByName(userId).lost("the broadcaster's consent");
}

function ignored(c: Context<DoorEnv>, why: string, facts: Readonly<Record<string, unknown>> = {}): Response {
  c.var.log.warn(`eventsub.${why}`, facts);
  return c.body(null, 204);
}
