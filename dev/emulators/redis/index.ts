/** Upstash Redis: a Redis that is asked over HTTPS. */
import { Hono } from "hono";
import type { Emulator } from "../emulator.ts";
import { openBackend } from "./backend.ts";
import { createRest } from "./rest.ts";
import { Scripts } from "./scripts.ts";

export interface RedisOptions {
  readonly token: string;
  /** A real Redis instead of the one in this process, such as `redis://127.0.0.1:6379/1`; `reset` empties its database. */
  readonly redisUrl?: string;
}

export interface RedisEmulator extends Emulator {
  /** Somebody answers. Requests may come before: they wait for it. */
  readonly ready: Promise<void>;
  readonly control: Hono;
  /** Forgets every key; scripts stay, as after FLUSHDB. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export function startRedis({ token, redisUrl }: RedisOptions): RedisEmulator {
  const opening = openBackend(redisUrl);
  const ready = opening.then(() => undefined);
  // Nobody may be waiting yet; whoever waits later, and every request, still gets the failure.
  ready.catch(() => {});
  const rest = createRest({ token, scripts: new Scripts(), backend: () => opening });
  const flush = async () => (await opening).flush();

  const control = new Hono();
  control.post("/redis/flush", async (c) => {
    await flush();
    return c.body(null, 204);
  });

  return {
    service: "redis",
    hosts: ["redis.taproom.test"],
    ready,
    control,
    fetch: async (request) => rest.fetch(request),
    reset: flush,

    async close() {
      // What did not open has nothing to close, and `ready` has told why.
      const backend = await opening.catch(() => undefined);
      await backend?.close();
    },
  };
}
