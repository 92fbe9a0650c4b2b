/** Control: viewers, a human moderator and Twitch itself, played by whoever asks. */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Happenings } from "../../world/happenings.ts";
import { Mistake } from "../../world/mistake.ts";
import type { Channel } from "./channel.ts";
import { channelState } from "./channel-state.ts";
import type { Chatter, Reward, User } from "./entities.ts";
import type { Notifications } from "./notifications.ts";
import { notify, notifySchema } from "./notify.ts";
import { newRewardSchema, newSettings } from "./reward-settings.ts";
import type { Scene } from "./scene.ts";

const channelSchema = z.object({ broadcasterId: z.string().min(1).optional() });

const chatterSchema = z.object({
  id: z.string().min(1),
  login: z.string().min(1),
  name: z.string().min(1),
  roles: z.array(z.enum(["moderator", "vip", "subscriber", "bot"])).default([]),
});

/** Somebody new, or the id or login of somebody who is known. */
const personSchema = z.union([z.string().min(1), chatterSchema]);

const redeemSchema = channelSchema.extend({
  reward: z.string(),
  user: personSchema,
  input: z.string().default(""),
});
const saySchema = channelSchema.extend({ user: personSchema, text: z.string().min(1) });
const timeoutSchema = channelSchema.extend({
  userId: z.string().min(1),
  seconds: z.int().min(0).max(1_209_600).optional(),
});
const revokeSchema = channelSchema.extend({ status: z.string().min(1).default("authorization_revoked") });
const chattersSchema = channelSchema.extend({ chatters: z.array(chatterSchema) });
const rewardSchema = newRewardSchema.extend({ broadcasterId: z.string().min(1).optional() });
const tokensSchema = z.object({ userId: z.string().optional(), consent: z.literal("withdraw").optional() });

export interface TwitchControlParts {
  readonly scene: Scene;
  readonly notifications: Notifications;
  readonly happenings: Happenings;
}

export function createTwitchControl({ scene, notifications, happenings }: TwitchControlParts): Hono {
  const { store } = scene;
  const control = new Hono();

  const channelOf = ({ broadcasterId }: { readonly broadcasterId?: string | undefined }) =>
    store.channel(broadcasterId ?? store.settings.broadcaster.id);
  const channelAsked = (c: Context) => channelOf({ broadcasterId: c.req.query("broadcasterId") });

  control.post("/notify", async (c) => {
    const json: unknown = await c.req.json();
    const asked = notifySchema.parse(json);
    return c.json(await notify(asked, channelOf(channelSchema.parse(json)), scene, notifications));
  });

  control.post("/redeem", async (c) => {
    const asked = redeemSchema.parse(await c.req.json());
    const channel = channelOf(asked);
    const reward = redeemable(channel, asked.reward);
    const { redemption, delivered } = scene.redeem(
      channel,
      reward,
      personIn(channel, asked.user),
      asked.input,
    );
    const { status, error } = await delivered;
    return c.json({ id: redemption.id, status, error });
  });

  control.post("/say", async (c) => {
    const asked = saySchema.parse(await c.req.json());
    const channel = channelOf(asked);
    const user = personIn(channel, asked.user);
    if (channel.banOf(user.id, store.now())) return c.json({ error: `${user.name} is timed out` }, 403);
    const line = { id: randomUUID(), user, text: asked.text, at: store.now() };
    const { status, error } = await scene.say(channel, line);
    return c.json({ messageId: line.id, status, error });
  });

  control.post("/timeout", async (c) => {
    const asked = timeoutSchema.parse(await c.req.json());
    punish(channelOf(asked), store.user(asked.userId), asked.seconds);
    return c.body(null, 204);
  });

  control.get("/chatters", (c) => c.json([...channelAsked(c).chatters.values()]));
  control.post("/chatters", async (c) => {
    const asked = chattersSchema.parse(await c.req.json());
    const channel = channelOf(asked);
    for (const chatter of asked.chatters) store.meet(chatter);
    channel.seat(asked.chatters);
    tellChatters(channel);
    return c.json(asked.chatters);
  });

  control.get("/rewards", (c) => c.json([...channelAsked(c).rewards.values()].map(summaryOf)));
  // A reward made by hand on the dashboard belongs to no client id: the product may see it, not settle it.
  control.post("/rewards", async (c) => {
    const { broadcasterId, ...given } = rewardSchema.parse(await c.req.json());
    const reward: Reward = { id: randomUUID(), key: null, clientId: null, settings: newSettings(given) };
    channelOf({ broadcasterId }).rewards.set(reward.id, reward);
    return c.json(summaryOf(reward));
  });

  control.post("/revoke", async (c) => {
    const asked = revokeSchema.parse(await c.req.json());
    const revoked = await notifications.revoke(channelOf(asked).broadcaster.id, asked.status);
    return c.json(revoked.map(({ type, status }) => ({ type, status })));
  });

  control.post("/tokens/expire", async (c) => {
    const { userId, consent } = tokensSchema.parse(await c.req.json());
    if (userId !== undefined && consent === "withdraw") store.tokens.withdraw(userId);
    else store.tokens.expire(userId);
    return c.body(null, 204);
  });

  control.get("/state", (c) => c.json(channelState(channelAsked(c), store)));

  function punish(channel: Channel, user: User, seconds: number | undefined): void {
    const createdAt = store.now();
    const moderator = channel.broadcaster;
    if (seconds === 0) return scene.unban(channel, user, moderator);
    const endsAt = seconds === undefined ? null : createdAt + seconds * 1_000;
    scene.ban(channel, { user, moderator, reason: "", createdAt, endsAt });
  }

  function personIn(channel: Channel, person: string | Chatter): User {
    if (typeof person !== "string") {
      const isNew = !channel.chatters.has(person.id);
      channel.chatters.set(person.id, person);
      if (isNew) tellChatters(channel);
      return store.meet(person);
    }
    const known = channel.chatters.get(person) ?? store.findUser(person) ?? store.findUserByLogin(person);
    if (!known) throw new Mistake(`Nobody known has the id or login "${person}"`);
    return store.meet(known);
  }

  function tellChatters(channel: Channel): void {
    const chatters = [...channel.chatters.values()];
    happenings.tell("chatters", { broadcasterId: channel.broadcaster.id, chatters });
  }

  return control;
}

function redeemable(channel: Channel, name: string): Reward {
  const reward = channel.rewardNamed(name);
  if (!reward) throw new Mistake(`This channel has no reward "${name}"`);
  if (!reward.settings.is_enabled || reward.settings.is_paused) {
    throw new Mistake(`The reward "${reward.settings.title}" cannot be redeemed now`);
  }
  return reward;
}

function summaryOf({ id, key, settings: { title, cost } }: Reward) {
  return { id, title, key, cost };
}
