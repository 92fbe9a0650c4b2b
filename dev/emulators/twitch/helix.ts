/** https://api.twitch.tv/helix */
import { Hono } from "hono";
import { authenticate, type HelixEnv } from "./access.ts";
import { chatRoutes } from "./chat.ts";
import { customRewardRoutes } from "./custom-rewards.ts";
import { eventSubRoutes } from "./eventsub-subscriptions.ts";
import { HelixError } from "./helix-error.ts";
import { moderationRoutes } from "./moderation.ts";
import type { Notifications } from "./notifications.ts";
import type { PointBuckets } from "./point-buckets.ts";
import type { RateWindow } from "./rate-window.ts";
import { redemptionRoutes } from "./redemptions.ts";
import type { Scene } from "./scene.ts";
import { streamRoutes } from "./streams.ts";
import { userRoutes } from "./users.ts";

export interface HelixParts {
  readonly scene: Scene;
  readonly notifications: Notifications;
  readonly buckets: PointBuckets;
  readonly chatLimit: RateWindow;
  readonly banLimit: RateWindow;
  readonly echoAfterMs: number;
}

export function createHelix({
  scene,
  notifications,
  buckets,
  chatLimit,
  banLimit,
  echoAfterMs,
}: HelixParts): Hono<HelixEnv> {
  const helix = new Hono<HelixEnv>();
  helix.use("/helix/*", async (c, next) => {
    await next();
    if (c.res.body) c.header("Content-Type", "application/json; charset=utf-8");
  });
  helix.use("/helix/*", authenticate(scene.store, buckets));

  helix.route("/helix/chat", chatRoutes(scene, chatLimit, echoAfterMs));
  helix.route("/helix/moderation", moderationRoutes(scene, banLimit));
  helix.route("/helix/channel_points/custom_rewards/redemptions", redemptionRoutes(scene));
  helix.route("/helix/channel_points/custom_rewards", customRewardRoutes(scene));
  helix.route("/helix/eventsub/subscriptions", eventSubRoutes(scene.store, notifications));
  helix.route("/helix/streams", streamRoutes(scene.store));
  helix.route("/helix/users", userRoutes(scene.store));

  helix.notFound(() => new HelixError(404, "").toResponse());
  helix.onError((error) => {
    if (error instanceof HelixError) return error.toResponse();
    throw error;
  });
  return helix;
}
