/** Helix, channel points: rewards. Only the client that made one may change it. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { HelixEnv } from "./access.ts";
import type { Channel } from "./channel.ts";
import type { Reward } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { bodyOf, type HelixContext, manyOf, requiredQuery } from "./helix-request.ts";
import { deleteReward, isTitleTaken, keepReward } from "./reward-changes.ts";
import { defaultImage } from "./reward-event.ts";
import { keyOf } from "./reward-keys.ts";
import {
  changedSettings,
  missingNumber,
  newRewardSchema,
  newSettings,
  rewardChangesSchema,
  type RewardSettings,
} from "./reward-settings.ts";
import type { Scene } from "./scene.ts";

const mostRewards = 50;
const manage = "channel:manage:redemptions";

export function customRewardRoutes(scene: Scene) {
  const { store } = scene;
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    const channel = ownChannel(c, "channel:read:redemptions", manage);
    const asked = manyOf(c, "id", 50);
    const onlyOurs = c.req.query("only_manageable_rewards") === "true";
    const rewards = [...channel.rewards.values()]
      .filter(({ id }) => asked.length === 0 || asked.includes(id))
      .filter(({ clientId }) => !onlyOurs || clientId === c.var.caller.clientId);
    if (asked.length > 0 && rewards.length === 0) throw rewardNotFound();
    return c.json({ data: rewards.map((reward) => rewardOnTheWire(channel, reward)) });
  });

  routes.post("/", async (c) => {
    const channel = ownChannel(c, manage);
    const settings = newSettings(await bodyOf(c, newRewardSchema));
    checkNumbers(settings);
    if (channel.rewards.size >= mostRewards)
      throw new HelixError(400, "CREATE_CUSTOM_REWARD_TOO_MANY_REWARDS");
    if (isTitleTaken(channel, settings.title))
      throw new HelixError(400, "CREATE_CUSTOM_REWARD_DUPLICATE_REWARD");

    const { clientId } = c.var.caller;
    const reward: Reward = { id: randomUUID(), key: keyOf(settings.title), clientId, settings };
    keepReward(scene, channel, reward);
    return c.json({ data: [rewardOnTheWire(channel, reward)] });
  });

  routes.patch("/", async (c) => {
    const channel = ownChannel(c, manage);
    const reward = ownReward(c, channel, requiredQuery(c, "id"));
    const settings = changedSettings(reward.settings, await bodyOf(c, rewardChangesSchema));
    checkNumbers(settings);
    if (settings.title !== reward.settings.title && isTitleTaken(channel, settings.title)) {
      throw new HelixError(400, "UPDATE_CUSTOM_REWARD_DUPLICATE_REWARD");
    }
    const changed = { ...reward, settings };
    keepReward(scene, channel, changed);
    return c.json({ data: [rewardOnTheWire(channel, changed)] });
  });

  routes.delete("/", (c) => {
    const channel = ownChannel(c, manage);
    deleteReward(scene, channel, ownReward(c, channel, requiredQuery(c, "id")));
    return c.body(null, 204);
  });

  function ownChannel(c: HelixContext, ...anyScope: readonly string[]): Channel {
    const broadcasterId = requiredQuery(c, "broadcaster_id");
    c.var.caller.needBroadcaster(broadcasterId, ...anyScope);
    return store.channel(broadcasterId);
  }

  return routes;
}

/** The reward, if it is there and the caller's client made it. */
export function ownReward(c: HelixContext, channel: Channel, rewardId: string): Reward {
  const reward = channel.rewards.get(rewardId);
  if (!reward) throw rewardNotFound();
  if (reward.clientId === c.var.caller.clientId) return reward;
  throw new HelixError(
    403,
    "The ID in the Client-Id header must match the client ID used to create the custom reward.",
  );
}

function checkNumbers(settings: RewardSettings): void {
  const missing = missingNumber(settings);
  if (missing) throw new HelixError(400, `Missing required parameter "${missing}"`);
}

function rewardNotFound(): HelixError {
  return new HelixError(404, "The custom reward specified by the id query parameter was not found.");
}

function rewardOnTheWire({ broadcaster }: Channel, { id, settings }: Reward) {
  return {
    broadcaster_id: broadcaster.id,
    broadcaster_login: broadcaster.login,
    broadcaster_name: broadcaster.name,
    id,
    title: settings.title,
    prompt: settings.prompt,
    cost: settings.cost,
    image: null,
    default_image: defaultImage,
    background_color: settings.background_color,
    is_enabled: settings.is_enabled,
    is_user_input_required: settings.is_user_input_required,
    max_per_stream_setting: {
      is_enabled: settings.is_max_per_stream_enabled,
      max_per_stream: settings.max_per_stream ?? 0,
    },
    max_per_user_per_stream_setting: {
      is_enabled: settings.is_max_per_user_per_stream_enabled,
      max_per_user_per_stream: settings.max_per_user_per_stream ?? 0,
    },
    global_cooldown_setting: {
      is_enabled: settings.is_global_cooldown_enabled,
      global_cooldown_seconds: settings.global_cooldown_seconds ?? 0,
    },
    is_paused: settings.is_paused,
    is_in_stock: true,
    should_redemptions_skip_request_queue: settings.should_redemptions_skip_request_queue,
    redemptions_redeemed_current_stream: null,
    cooldown_expires_at: null,
  };
}
