import { Ratelimit } from "@upstash/ratelimit";
import { after, type Instant, instant, type Millis, seconds } from "#kernel/clock";
import { type Config, hasQueue } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { redis } from "./redis.ts";

/** So much may one of them do within a window that slides. */
export interface Limit {
  /** What is limited, such as `api` or `panel`; a name has one limit. */
  readonly name: string;
  /** Whose calls are counted together. */
  readonly who: string;
  readonly most: number;
  readonly window: Millis;
}

/** `retryAt`: when it is worth another try. */
export type Passage = { readonly passes: true } | { readonly passes: false; readonly retryAt: Instant };

/** A Redis that does not answer is left alone for a moment, or everybody would wait for it with every call. */
const rest = seconds(5);
let restsUntil = instant(0);

/** Counts a call, and says whether it may pass. A Redis that is away or was never set up stops nobody. */
export async function mayPass(config: Config, limit: Limit, log: Log): Promise<Passage> {
  if (!hasQueue(config) || Date.now() < restsUntil) return { passes: true };
  const { name, who, most, window } = limit;
  const limiter = new Ratelimit({
    redis: redis(config),
    limiter: Ratelimit.slidingWindow(most, `${window} ms`),
    prefix: `limit:${name}`,
    analytics: false,
    // Rooms and doors are many: one that remembers on its own would refuse what the others let pass.
    ephemeralCache: false,
    // The Redis client has a patience of its own.
    timeout: 0,
  });
  try {
    const { success, reset } = await limiter.limit(who);
    return success ? { passes: true } : { passes: false, retryAt: instant(reset) };
  } catch (error) {
    restsUntil = after(instant(Date.now()), rest);
    log.warn("limit.not-counted", { limit: name, ...described(error) });
    return { passes: true };
  }
}
