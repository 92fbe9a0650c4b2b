/** Helix, channel points: redemptions. Each leaves UNFULFILLED once and never comes back. */
import { Hono } from "hono";
import * as z from "zod";
import type { HelixEnv } from "./access.ts";
import type { Channel } from "./channel.ts";
import { ownReward } from "./custom-rewards.ts";
import type { Redemption, Reward } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { bodyOf, type HelixContext, manyOf, pageOf, requiredQuery } from "./helix-request.ts";
import type { Scene } from "./scene.ts";
import { helixTime } from "./wire-time.ts";

const statusSchema = z.enum(["UNFULFILLED", "FULFILLED", "CANCELED"]);
const changeSchema = z.object({ status: z.enum(["FULFILLED", "CANCELED"]) });

const mostIds = 50;
const manage = "channel:manage:redemptions";

export function redemptionRoutes(scene: Scene) {
  const { store } = scene;
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    const { channel, reward } = checkReward(c, "channel:read:redemptions", manage);
    const ids = manyOf(c, "id", mostIds);
    const found =
      ids.length > 0 ? byId(channel, reward, ids) : byStatus(channel, reward, c.req.query("status"));
    const sorted = c.req.query("sort") === "NEWEST" ? found.toReversed() : found;
    const { items, pagination } = pageOf(c, sorted, { usual: 20, most: 50 });
    return c.json({ data: items.map((redemption) => redemptionOnTheWire(channel, redemption)), pagination });
  });

  routes.patch("/", async (c) => {
    const { channel, reward } = checkReward(c, manage);
    const ids = manyOf(c, "id", mostIds);
    if (ids.length === 0) throw new HelixError(400, 'Missing required parameter "id"');
    const { status } = await bodyOf(c, changeSchema);

    const waiting = byId(channel, reward, ids).filter((redemption) => redemption.status === "UNFULFILLED");
    if (waiting.length === 0) throw notWaiting();
    const settled = waiting.map((redemption) => scene.settle(channel, redemption, status));
    return c.json({ data: settled.map((redemption) => redemptionOnTheWire(channel, redemption)) });
  });

  function checkReward(
    c: HelixContext,
    ...anyScope: readonly string[]
  ): { channel: Channel; reward: Reward } {
    const broadcasterId = requiredQuery(c, "broadcaster_id");
    c.var.caller.needBroadcaster(broadcasterId, ...anyScope);
    const channel = store.channel(broadcasterId);
    return { channel, reward: ownReward(c, channel, requiredQuery(c, "reward_id")) };
  }

  return routes;
}

function byId(channel: Channel, reward: Reward, ids: readonly string[]): Redemption[] {
  return ofReward(channel, reward).filter(({ id }) => ids.includes(id));
}

function byStatus(channel: Channel, reward: Reward, asked: string | undefined): Redemption[] {
  const status = statusSchema.safeParse(asked);
  if (!status.success) throw new HelixError(400, 'The parameter "status" is missing or malformed');
  return ofReward(channel, reward).filter((redemption) => redemption.status === status.data);
}

function ofReward(channel: Channel, { id }: Reward): Redemption[] {
  return [...channel.redemptions.values()].filter(({ reward }) => reward.id === id);
}

function notWaiting(): HelixError {
  return new HelixError(
    404,
    "The custom reward redemptions specified by the id query parameter were not found with a status of UNFULFILLED.",
  );
}

function redemptionOnTheWire({ broadcaster }: Channel, redemption: Redemption) {
  const { id, user, input, status, redeemedAt, reward } = redemption;
  return {
    broadcaster_id: broadcaster.id,
    broadcaster_login: broadcaster.login,
    broadcaster_name: broadcaster.name,
    id,
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    user_input: input,
    status,
    redeemed_at: helixTime(redeemedAt),
    reward: { id: reward.id, title: reward.title, prompt: reward.prompt, cost: reward.cost },
  };
}
