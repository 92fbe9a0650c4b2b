import { Redis } from "@upstash/redis/cloudflare";
import { seconds } from "#kernel/clock";
import type { QueueConfig } from "#kernel/config";

/**
 * Redis holds copies that make things fast, and nothing that cannot be made again. So it gets little time, one attempt,
 * and everybody who asks it has another way. Methods throw UpstashError, or whatever `fetch` throws.
 */
export const redis = ({ UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }: QueueConfig): Redis =>
  new Redis({
    url: UPSTASH_REDIS_REST_URL,
    token: UPSTASH_REDIS_REST_TOKEN.reveal(),
    enableTelemetry: false,
    enableAutoPipelining: false,
    retry: false,
    signal: () => AbortSignal.timeout(seconds(1.5)),
  });

/** Asks Redis for nothing but an answer. Throws as its methods do. */
export async function reachRedis(config: QueueConfig): Promise<void> {
  await redis(config).ping();
}
