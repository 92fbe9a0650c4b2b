/** Control, channel points: viewers redeem, moderators settle by hand, and the broadcaster changes the rewards. */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { Mistake } from "../../world/mistake.ts";
import type { Channel } from "./channel.ts";
import { channelAsked, channelOf, channelSchema, personIn, personSchema } from "./control-request.ts";
import type { Reward } from "./entities.ts";
import { deleteReward, isTitleTaken, keepReward } from "./reward-changes.ts";
import { changedSettings, newRewardSchema, newSettings, rewardChangesSchema } from "./reward-settings.ts";
import type { Scene } from "./scene.ts";
import { shownReward } from "./shown-reward.ts";

const redeemSchema = channelSchema.extend({
  reward: z.string(),
  user: personSchema,
  input: z.string().default(""),
});
const rewardSchema = newRewardSchema.extend(channelSchema.shape);
const byHand = rewardChangesSchema.shape;
const rewardByHandSchema = channelSchema.extend({
  title: byHand.title,
  cost: byHand.cost,
  isPaused: byHand.is_paused,
  isEnabled: byHand.is_enabled,
  skipsQueue: byHand.should_redemptions_skip_request_queue,
});
const settleSchema = z.object({ status: z.enum(["FULFILLED", "CANCELED"]) });

export function pointsControl(scene: Scene): Hono {
  const { store } = scene;
  const control = new Hono();
  const shown = (reward: Reward) => shownReward(reward, store.settings.clientId);

  control.post("/redeem", async (c) => {
    const asked = redeemSchema.parse(await c.req.json());
    const channel = channelOf(store, asked);
    const reward = rewardNamed(channel, asked.reward);
    checkRedeemable(reward);
    const user = personIn(scene, channel, asked.user);
    const { redemption, delivered } = scene.redeem(channel, reward, user, asked.input);
    const { status, error } = await delivered;
    return c.json({ id: redemption.id, status, error });
  });

  control.post("/redemptions/:id", async (c) => {
    const { status } = settleSchema.parse(await c.req.json());
    const { channel, redemption } = redemptionNamed(c.req.param("id"));
    if (redemption.status !== "UNFULFILLED") throw new Mistake(`It is ${redemption.status} already`);
    return c.json(scene.settle(channel, redemption, status));
  });

  control.get("/rewards", (c) => c.json([...channelAsked(store, c).rewards.values()].map(shown)));
  // A reward made by hand on the dashboard belongs to no client id: the product may see it, not settle it.
  control.post("/rewards", async (c) => {
    const { broadcasterId, ...given } = rewardSchema.parse(await c.req.json());
    const channel = channelOf(store, { broadcasterId });
    checkTitle(channel, given.title);
    const reward: Reward = { id: randomUUID(), key: null, clientId: null, settings: newSettings(given) };
    keepReward(scene, channel, reward);
    return c.json(shown(reward));
  });

  control.post("/rewards/:name", async (c) => {
    const { broadcasterId, isPaused, isEnabled, skipsQueue, ...given } = rewardByHandSchema.parse(
      await c.req.json(),
    );
    const channel = channelOf(store, { broadcasterId });
    const reward = rewardNamed(channel, c.req.param("name"));
    if (given.title !== reward.settings.title) checkTitle(channel, given.title);
    const settings = changedSettings(reward.settings, {
      ...given,
      is_paused: isPaused,
      is_enabled: isEnabled,
      should_redemptions_skip_request_queue: skipsQueue,
    });
    const changed = { ...reward, settings };
    keepReward(scene, channel, changed);
    return c.json(shown(changed));
  });

  control.delete("/rewards/:name", (c: Context) => {
    const channel = channelAsked(store, c);
    deleteReward(scene, channel, rewardNamed(channel, c.req.param("name") ?? ""));
    return c.body(null, 204);
  });

  function redemptionNamed(id: string) {
    for (const channel of store.channels) {
      const redemption = channel.redemptions.get(id);
      if (redemption) return { channel, redemption };
    }
    throw new Mistake(`There is no redemption "${id}"`);
  }

  return control;
}

function rewardNamed(channel: Channel, name: string): Reward {
  const reward = channel.rewardNamed(name);
  if (!reward) throw new Mistake(`This channel has no reward "${name}"`);
  return reward;
}

function checkRedeemable({ settings }: Reward): void {
  const obstacle = settings.is_enabled ? settings.is_paused && "paused" : "switched off";
  if (obstacle) throw new Mistake(`The reward "${settings.title}" is ${obstacle} and cannot be redeemed now`);
}

function checkTitle(channel: Channel, title: string | undefined): void {
  if (title !== undefined && isTitleTaken(channel, title)) {
    throw new Mistake(`This channel has a reward "${title}" already`);
  }
}
