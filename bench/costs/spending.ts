import { setTimeout as wait } from "node:timers/promises";
import { type ChannelStatus, statusOf, type TaproomProcess } from "../taproom-process.ts";

/** What something has cost, in the units Cloudflare, Neon and Twitch count in. */
export interface Spending {
  /** Notifications that came in: each is a request of the Worker and one of the room. */
  readonly notifications: number;
  /** Alarms that rang: each is a request of the room. */
  readonly alarmRings: number;
  /** Rows written and deleted in the room, and alarms set, which are billed as a row. */
  readonly rows: number;
  readonly alarmsSet: number;
  readonly sqlBatches: number;
  /** Calls of Helix, by method and path. */
  readonly helix: Readonly<Record<string, number>>;
}

interface Call {
  readonly service: string;
  readonly method: string;
  readonly path: string;
}

/** What the channel spends while `story` is played, and until it has come to rest again. */
export async function spendingOn(
  taproom: TaproomProcess,
  story: () => Promise<unknown>,
  atRest: (status: ChannelStatus) => boolean = isAtRest,
): Promise<Spending> {
  await restOf(taproom, isAtRest);
  const before = await statusOf(taproom);
  const since = Date.now();
  await story();
  const after = await restOf(taproom, atRest);
  const calls = await taproom.askWorld<readonly Call[]>(`/calls?since=${since}`);

  const more = (...names: readonly string[]) =>
    names.reduce((sum, name) => sum + (after.counts[name] ?? 0) - (before.counts[name] ?? 0), 0);
  return {
    notifications: more("taken", "duplicate", "foreign", "quiet"),
    alarmRings: more("alarm-rings"),
    rows: more("rows-written", "alarms-set"),
    alarmsSet: more("alarms-set"),
    sqlBatches: calls.filter(({ service }) => service === "postgres").length,
    helix: Object.fromEntries(
      [...Map.groupBy(calls.filter(isHelix), ({ method, path }) => `${method} ${path}`)].map(
        ([call, made]) => [call, made.length],
      ),
    ),
  };
}

const isHelix = ({ service }: Call) => service === "twitch";

/** Nothing is left to be done, neither at Twitch nor in Postgres. */
export const isAtRest = ({ outbox, journal }: ChannelStatus) => outbox === 0 && journal === 0;

async function restOf(
  taproom: TaproomProcess,
  atRest: (status: ChannelStatus) => boolean,
): Promise<ChannelStatus> {
  for (let attempts = 600; attempts > 0; attempts -= 1) {
    const status = await statusOf(taproom);
    if (atRest(status)) return status;
    await wait(200);
  }
  throw new Error("The channel does not come to rest.");
}
