import { setTimeout as wait } from "node:timers/promises";
import type { Findings } from "../../tests/faults/forwarder/readers.ts";
import type { SourceScript } from "../../tests/faults/forwarder/script.ts";
import { type Posted, sourceChat, type Storm, targetChat } from "../../tests/faults/forwarder/storm.ts";
import { percentile } from "../statistics.ts";
import type { Spent } from "./spent.ts";
import { Traffic, wayOf } from "./traffic.ts";

/** In milliseconds, from a post's standing in its source until Telegram was asked to carry it. */
export interface Waits {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
}

/** All posts of a script, from their sources to their targets. */
export interface Crossing {
  readonly name: string;
  readonly posts: number;
  readonly deliveries: number;
  /** From the first post to the last delivery. */
  readonly seconds: number;
  readonly waits: Waits;
  /** Of those for whose target nothing was refused while they waited. */
  readonly freeWaits: Waits;
  /** Of those that are no albums, for an album waits to be whole. */
  readonly freeWaitsOfOne: Waits;
  readonly found: Counted;
  /** Calls that went out: by service, of Telegram by method. */
  readonly calls: Readonly<Record<string, number>>;
  readonly spent?: Spent;
}

/** How many posts of how many targets something is wrong with. */
export type Counted = { readonly [What in keyof Findings]: number };

/** Lets people post, and whatever befalls meanwhile happen, until all is over. */
export async function cross(
  name: string,
  {
    storm,
    script,
    world,
    strikes,
    isOver,
  }: {
    readonly storm: Storm;
    readonly script: readonly SourceScript[];
    readonly world: string;
    readonly strikes: () => Promise<unknown>;
    readonly isOver: (traffic: Traffic) => Promise<boolean>;
  },
): Promise<Crossing> {
  const traffic = await Traffic.listen(world);
  const began = Date.now();
  await Promise.all([storm.rage(), strikes()]);
  while (!(await isOver(traffic))) await wait(1_000);
  traffic.stop();
  const found = await storm.look();
  return {
    name,
    posts: storm.posted.length,
    deliveries: found.expected,
    seconds: (traffic.lastAt - began) / 1_000,
    ...waitsOf(traffic, storm.posted, script),
    found: counted(found),
    calls: Object.fromEntries(traffic.calls),
  };
}

/** Whether the last post of each source has come everywhere: then every one before it had its chance. */
export const lastOnesAreThere = (
  traffic: Traffic,
  { posted }: Storm,
  script: readonly SourceScript[],
): boolean =>
  script.every(({ source, targets }) => {
    const last = posted.findLast((each) => each.source === source);
    const first = last?.messageIds[0];
    if (first === undefined) return false;
    return targets.every((target) =>
      traffic.sentAt.has(wayOf(targetChat(target), sourceChat(source), first)),
    );
  });

function waitsOf({ sentAt, refusedAt }: Traffic, posted: readonly Posted[], script: readonly SourceScript[]) {
  const targetsOf = new Map(script.map(({ source, targets }) => [source, targets]));
  const ways = posted.flatMap(({ source, messageIds: [first = 0, ...others], at }) =>
    (targetsOf.get(source) ?? []).flatMap((target) => {
      const sent = sentAt.get(wayOf(targetChat(target), sourceChat(source), first));
      if (sent === undefined) return [];
      const refusals = refusedAt.get(String(targetChat(target))) ?? [];
      const isFree = !refusals.some((moment) => at <= moment && moment <= sent);
      return [{ wait: sent - at, isFree, isOne: others.length === 0 }];
    }),
  );
  const free = ways.filter(({ isFree }) => isFree);
  return {
    waits: waits(ways),
    freeWaits: waits(free),
    freeWaitsOfOne: waits(free.filter(({ isOne }) => isOne)),
  };
}

function waits(ways: readonly { readonly wait: number }[]): Waits {
  const sorted = ways.map(({ wait: each }) => each).toSorted((a, b) => a - b);
  return { count: sorted.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

const counted = ({ expected, ...found }: Findings): Counted => ({
  expected,
  missing: found.missing.length,
  doubled: found.doubled.length,
  moreThanDoubled: found.moreThanDoubled.length,
  split: found.split.length,
  reordered: found.reordered.length,
  stale: found.stale.length,
});
