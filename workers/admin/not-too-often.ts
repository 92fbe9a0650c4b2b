import { createMiddleware } from "hono/factory";
import { sha256 } from "hono/utils/crypto";
import { between, instant, minutes } from "#kernel/clock";
import { mayPass } from "#adapters/rate-limit";
import type { DoorEnv } from "../door.ts";

/**
 * Turns away a key that asks more often than any person does, until it slows down. Stands behind `ownerOnly`:
 * strangers cost no counting.
 */
export const notTooOften = createMiddleware<DoorEnv>(async (c, next) => {
  const { config, log } = c.var;
  // A name for the key that does not give it away.
  const who = String(await sha256(c.req.header("Authorization") ?? "")).slice(0, 24);
  const limit = { name: "api", who, most: config.API_CALLS_PER_MINUTE, window: minutes(1) };
  const passage = await mayPass(config, limit, log);
  if (passage.passes) return next();
  const wait = Math.max(1, Math.ceil(between(instant(Date.now()), passage.retryAt) / 1_000));
  const message = `More than ${limit.most} calls in a minute; the next is welcome in ${wait} s`;
  return c.json({ error: { code: "too-often", message } }, 429, { "Retry-After": String(wait) });
});
