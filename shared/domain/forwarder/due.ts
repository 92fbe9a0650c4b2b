import { after, type Instant, instant, latest, minutes, seconds } from "#kernel/clock";
import type { MappingSettings } from "./mapping-settings.ts";

/** When a post that has arrived may go at the earliest: after its delay, and not in quiet hours. */
export function dueAt(settings: MappingSettings, arrivedAt: Instant): Instant {
  const delayed = latest(
    after(arrivedAt, seconds(settings.delaySeconds)),
    after(arrivedAt, seconds(settings.rereadSeconds)),
  );
  return quietUntil(settings, delayed) ?? delayed;
}

/** The end of the quiet hours in which a moment lies; undefined: it lies in none. */
export function quietUntil(
  { quietHours, timeZone }: Pick<MappingSettings, "quietHours" | "timeZone">,
  moment: Instant,
): Instant | undefined {
  if (!quietHours) return undefined;
  const [from, to] = [minutesOf(quietHours.from), minutesOf(quietHours.to)];
  const now = minutesIn(timeZone, moment);
  const sinceFrom = (now - from + day) % day;
  const length = (to - from + day) % day;
  if (sinceFrom >= length) return undefined;
  // On the night when the clocks change this is an hour off, and the next look mends it.
  return after(instant(moment - (moment % minutes(1))), minutes(length - sinceFrom));
}

const day = 24 * 60;

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function minutesIn(timeZone: string, moment: Instant): number {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  return minutesOf(parts.format(moment));
}
