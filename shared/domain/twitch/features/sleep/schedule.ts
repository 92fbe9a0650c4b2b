import { instant, type Instant } from "#kernel/clock";
import type { SleepSettings } from "./settings.ts";
import { addDays, atMinute, momentOf, startOfDay, type Wall, wallAt } from "./zone.ts";

/** What of the settings tells the hours of sleep. */
export type Hours = Pick<SleepSettings, "schedule" | "timeZone">;

/** A stretch of time in which the schedule does not change its mind. */
export interface Stretch {
  readonly asleep: boolean;
  readonly from: Instant;
  readonly until: Instant;
}

const always: Stretch = { asleep: false, from: instant(-Infinity), until: instant(Infinity) };

/** Every command asks, and the zones are slow to tell; a stretch holds for hours. */
const lastAsked = new WeakMap<Hours, Stretch>();

/** What the schedule wants at a moment, and how long it has wanted and will want it. */
export function stretchAt(hours: Hours, now: Instant): Stretch {
  const last = lastAsked.get(hours);
  if (last && last.from <= now && now < last.until) return last;
  const stretch = hours.schedule.enabled ? reckon(hours, now) : always;
  lastAsked.set(hours, stretch);
  return stretch;
}

function reckon(hours: Hours, now: Instant): Stretch {
  const today = startOfDay(wallAt(now, hours.timeZone));
  const windows = [-2, -1, 0, 1, 2]
    .map((days) => windowOf(hours, addDays(today, days)))
    // A window that the clocks leave out when they are set forward.
    .filter(({ from, until }) => from < until);
  const current = windows.find(({ from, until }) => from <= now && now < until);
  if (current) return current;
  const before = windows.findLast(({ until }) => until <= now)?.until ?? now;
  return { asleep: false, from: before, until: windows.find(({ from }) => now < from)?.from ?? now };
}

/** The hours of sleep that begin on a day. */
function windowOf({ schedule, timeZone }: Hours, day: Wall): Stretch {
  const [from, to] = [minuteOf(schedule.from), minuteOf(schedule.to)];
  return {
    asleep: true,
    from: momentOf(atMinute(day, from), timeZone),
    until: momentOf(atMinute(addDays(day, to < from ? 1 : 0), to), timeZone),
  };
}

function minuteOf(timeOfDay: string): number {
  const [hour = 0, minute = 0] = timeOfDay.split(":").map(Number);
  return hour * 60 + minute;
}
