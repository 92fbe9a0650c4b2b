import { type Instant, instant, seconds } from "#kernel/clock";
import { downloaderConfig, missingFor } from "#kernel/config";
import { type HouseFigures, houseFigures } from "#adapters/database/house-figures";
import { countJobs, type JobCount, noJobs } from "#adapters/qstash";
import type { PlatformStatus } from "#durable-objects/platform/platform";
import type { ForwarderAlarm } from "#domain/forwarder/alarms/alarm";
import { platforms as platformNames } from "#domain/downloader/platform";
import { patience, Source } from "./source.ts";

/** A request to the room of each platform. Without the downloader there are none. */
export const platforms = new Source<readonly PlatformStatus[]>(
  "platforms",
  seconds(10),
  async ({ config, env }) =>
    missingFor("downloader", config).length > 0
      ? []
      : Promise.all(platformNames.map((name) => env.PLATFORM.getByName(name).status())),
);

export interface ForwarderRoom {
  readonly workers: number;
  readonly isWorkDue: boolean;
  readonly alarms: readonly ForwarderAlarm[];
}

/** A request to the forwarder's room. Without the forwarder there is none. */
export const forwarderRoom = new Source<ForwarderRoom | "off">(
  "forwarder",
  seconds(10),
  async ({ config, env }) =>
    missingFor("forwarder", config).length > 0
      ? "off"
      : // The cast: RPC's types lose what an answer is made of.
        ((await env.FORWARDER.getByName("forwarder").status()) as ForwarderRoom),
);

/**
 * Downloads that QStash has brought to a worker, or keeps until there is room for one more: a request to QStash. Each
 * stands in a room of its own, and a list of them would be a write for each; so nobody knows how old they are.
 */
export const downloads = new Source<JobCount>("downloads", seconds(10), async ({ config }) =>
  missingFor("downloader", config).length > 0
    ? noJobs
    : countJobs(downloaderConfig(config), { name: "download" }, patience),
);

/** Three statements in one request to Postgres. */
export const figures = new Source<HouseFigures>("figures", seconds(10), ({ config }) =>
  houseFigures(config.DATABASE_URL, now(), patience),
);

const now = (): Instant => instant(Date.now());
