import { after, type Instant, seconds } from "#kernel/clock";
import type { Chatter } from "#domain/twitch/chatter";
import type { CollectorSet, CollectorsSettings } from "./settings.ts";

export interface Collectors {
  /** At most one for each set. */
  readonly collectors: readonly Collector[];
  /** When somebody who was counted may be counted again, by user id. */
  readonly readyAt: Readonly<Record<string, Instant>>;
}

export type Collector = Gathering | Drawing;

interface Collected {
  /** The name of the set. */
  readonly set: string;
  /** When somebody was counted last. */
  readonly lastAt: Instant;
}

export interface Gathering extends Collected {
  readonly phase: "gathering";
  readonly people: readonly Chatter[];
}

/** One of the people is to be timed out; what came of it is awaited. */
export interface Drawing extends Collected {
  readonly phase: "drawing";
  readonly drawn: Chatter;
  readonly others: readonly Chatter[];
}

export const nobody: Collectors = { collectors: [], readyAt: {} };

export function resting({ readyAt }: Collectors, { id }: Chatter, now: Instant): boolean {
  const ready = readyAt[id];
  return ready !== undefined && now < ready;
}

export const isForgotten = ({ lastAt }: Gathering, { windowSeconds }: CollectorSet, now: Instant) =>
  now > after(lastAt, seconds(windowSeconds));

export const replaced = (collectors: readonly Collector[], collector: Collector): readonly Collector[] => [
  ...collectors.filter(({ set }) => set !== collector.set),
  collector,
];

/** Without what is over, so that what is kept stays small. */
export function tidied(
  { collectors, readyAt }: Collectors,
  { sets }: CollectorsSettings,
  now: Instant,
): Collectors {
  const isAlive = (collector: Collector) => {
    const set = sets.find(({ name }) => name === collector.set);
    return set && (collector.phase === "drawing" || !isForgotten(collector, set, now));
  };
  return {
    collectors: collectors.filter(isAlive),
    readyAt: Object.fromEntries(Object.entries(readyAt).filter(([, ready]) => now < ready)),
  };
}
