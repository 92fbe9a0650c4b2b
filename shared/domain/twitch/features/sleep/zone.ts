import { hours, instant, type Instant, millis } from "#kernel/clock";

/**
 * What the clock on the wall shows somewhere: the milliseconds at which UTC shows the same. Days of the wall have
 * 24 hours always; days of the world have 23 or 25 where the clocks are changed.
 */
export type Wall = number & { readonly brand: "wall" };

const wall = (shown: number) => shown as Wall;
export const addDays = (shown: Wall, days: number) => wall(shown + days * hours(24));
export const atMinute = (day: Wall, minute: number) => wall(day + minute * 60_000);
export const startOfDay = (shown: Wall) => wall(Math.floor(shown / hours(24)) * hours(24));

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    // Intl tells in no other way.
    return false;
  }
}

export function wallAt(moment: Instant, zone: string): Wall {
  const shown = new Map<string, number>();
  for (const { type, value } of clockOf(zone).formatToParts(moment)) shown.set(type, Number(value));
  const part = (name: string) => shown.get(name) ?? 0;
  const second = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall(second + (((moment % 1_000) + 1_000) % 1_000));
}

/**
 * The first moment at which the clock on the wall shows this, or later. So a time that happens twice, when the clocks
 * are set back, is its first; and one that is left out, when they are set forward, is the moment they are set.
 */
export function momentOf(shown: Wall, zone: string): Instant {
  const [early, late] = [offsetAt(shown - hours(24), zone), offsetAt(shown + hours(24), zone)];
  const [first, second] = [instant(shown - Math.max(early, late)), instant(shown - Math.min(early, late))];
  if (wallAt(first, zone) === shown) return first;
  if (wallAt(second, zone) === shown) return second;
  return whenSetForward(shown, zone, first, second);
}

/** When the day of this moment is over. */
export const nextMidnight = (now: Instant, zone: string): Instant =>
  momentOf(addDays(startOfDay(wallAt(now, zone)), 1), zone);

/** The clock is before `shown` at the first moment, and past it at the second. */
function whenSetForward(shown: Wall, zone: string, before: Instant, past: Instant): Instant {
  if (past - before <= 1) return past;
  const middle = instant(Math.floor((before + past) / 2));
  return wallAt(middle, zone) < shown
    ? whenSetForward(shown, zone, middle, past)
    : whenSetForward(shown, zone, before, middle);
}

const offsetAt = (epochMillis: number, zone: string) =>
  millis(wallAt(instant(epochMillis), zone) - epochMillis);

/** To make one takes many times as long as to ask it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const numeric = "numeric";
  const clock = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  clocks.set(zone, clock);
  return clock;
}
