import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";
import { type Meter, meterPath } from "./meter/meter.ts";
import { startServerProcess } from "./server-process.ts";
import type { TaproomTold } from "./servers/taproom.ts";

/** What Taproom tells of a channel. */
export interface ChannelStatus {
  readonly outbox: number;
  readonly journal: number;
  readonly ledger: number;
  readonly deadLetters: number;
  /** Since the room woke. */
  readonly counts: Readonly<Record<string, number>>;
}

/** A fresh Taproom and its world, on data of its own. */
export interface TaproomProcess {
  /** Where Twitch's notifications are posted to, past Miniflare's entry. */
  readonly door: string;
  /** Where the updates of the downloader bot are posted to, past it as well. */
  readonly botDoor: string;
  /** Channels that are connected besides the embedded one. */
  readonly channels: readonly string[];
  /** Where people come in by browser. */
  readonly origin: string;
  /** The process that plays the world. */
  readonly world: number;
  /** Where the world's control API is. */
  readonly worldUrl: string;
  workerd(): Promise<readonly number[]>;

  /** Asks the product's own API; `body` makes it a PUT. */
  askProduct<T>(path: string, body?: unknown): Promise<T>;
  /** Asks the world's control API; `body` makes it a POST. */
  askWorld<T>(path: string, body?: unknown): Promise<T>;
  /** What the Worker and its rooms have done so far; only where they are metered. */
  readMeter(): Promise<Meter>;
  stop(): Promise<void>;
}

const program = new URL("servers/taproom.ts", import.meta.url);

export interface TaproomCast {
  /** Channels that are connected besides the embedded one. */
  readonly channels?: number;
  /** People of Telegram who have written to the bots before. */
  readonly people?: number;
  /** Whether the meter stands before the bundle, which costs time. */
  readonly metered?: boolean;
  /** Where a build of the dashboard's page lies. */
  readonly page?: string;
}

export async function startTaproomProcess(
  { folder }: Bundle,
  { channels = 0, people = 0, metered = false, page = "" }: TaproomCast = {},
): Promise<TaproomProcess> {
  const data = await mkdtemp(join(tmpdir(), "taproom-bench-data-"));
  const environment = {
    BENCH_BUNDLE: folder,
    BENCH_DATA: data,
    BENCH_CHANNELS: String(channels),
    BENCH_PEOPLE: String(people),
    BENCH_METER: metered ? "yes" : "no",
    BENCH_PAGE: page,
  };
  const { id, told, ask, stop } = await startServerProcess<TaproomTold>(program, environment);
  return {
    door: `${told.direct}/twitch/eventsub`,
    botDoor: `${told.direct}/telegram/downloader`,
    channels: told.channels,
    origin: told.origin,
    world: id,
    worldUrl: told.world,
    workerd: () => ask("workerd"),
    askProduct: (path, body) => askJson(`${told.origin}${path}`, "PUT", body),
    askWorld: (path, body) => askJson(`${told.world}${path}`, "POST", body),
    readMeter: () => askJson(`${told.direct}${meterPath}`, "GET", undefined),
    async stop() {
      await stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export const statusOf = ({ askProduct }: TaproomProcess, channel = "1001"): Promise<ChannelStatus> =>
  askProduct(`/api/channels/${channel}/status`);

/** The bench's redemptions are not known to the played Twitch; this makes it take their refunds all the same. */
export const acceptRefunds = ({ askWorld }: TaproomProcess): Promise<unknown> =>
  askWorld("/faults", {
    service: "twitch",
    method: "PATCH",
    path: "/custom_rewards/redemptions",
    status: 200,
    body: { data: [] },
  });

async function askJson<T>(url: string, change: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: body === undefined ? "GET" : change,
    headers: { Authorization: "Bearer embedded-admin-token", "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
