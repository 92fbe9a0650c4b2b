/** Moments as people read them: how long ago, and exactly, in the viewer's zone, for whoever points at it. */
import { signal } from "@preact/signals";
import { language } from "../language/language.ts";

const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 15_000);

interface MomentProps {
  /** ISO 8601, or milliseconds. */
  readonly at: string | number;
  /** Relative by itself; a list of things that happened reads better with the clock. */
  readonly show?: "ago" | "clock" | "day";
}

export function Moment({ at, show = "ago" }: MomentProps) {
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} title={exactly(moment)}>
      {show === "ago" ? ago(moment.getTime()) : written(moment, looks[show])}
    </time>
  );
}

const looks = {
  clock: { dateStyle: "short", timeStyle: "medium" },
  day: { dateStyle: "medium" },
} as const;

const written = (moment: Date, look: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language.value, look).format(moment);

const exactly = (moment: Date) => written(moment, { dateStyle: "full", timeStyle: "long" });

const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

function ago(at: number): string {
  const seconds = Math.round((at - now.value) / 1_000);
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(language.value, { numeric: "auto", style: "short" });
  // What was told a moment ago may seem to come from a future that this clock has not reached.
  return seconds > -10 && seconds < 20
    ? format.format(0, "second")
    : format.format(Math.trunc(seconds / length), unit);
}
