import type { Instant } from "#kernel/clock";

/** How much somebody has got. Days and months are UTC. */
export interface Tally {
  readonly total: number;
  /** `2026-11-21`, and how many on that day. */
  readonly day: string;
  readonly today: number;
  /** `2026-11`. */
  readonly month: string;
  readonly thisMonth: number;
}

export const emptyTally: Tally = { total: 0, day: "", today: 0, month: "", thisMonth: 0 };

/** As it stands now: a new day and a new month begin at nothing. */
export function tallyAt(tally: Tally, now: Instant): Tally {
  const day = new Date(now).toISOString().slice(0, 10);
  const month = day.slice(0, 7);
  return {
    total: tally.total,
    day,
    today: tally.day === day ? tally.today : 0,
    month,
    thisMonth: tally.month === month ? tally.thisMonth : 0,
  };
}

export function oneMore(tally: Tally, now: Instant): Tally {
  const current = tallyAt(tally, now);
  return {
    ...current,
    total: current.total + 1,
    today: current.today + 1,
    thisMonth: current.thisMonth + 1,
  };
}

/** What is left of the free ones: whatever is under way counts until it fails. */
export const freeLeft = (tally: Tally, underWay: number, limit: number, now: Instant) =>
  Math.max(0, limit - tallyAt(tally, now).thisMonth - underWay);
