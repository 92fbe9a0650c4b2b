import { type Budget, least, most } from "../budget.ts";
import type { Costs } from "./costs.ts";
import { effectsOf } from "./keg.ts";

/** https://developers.cloudflare.com/workers/platform/limits and …/durable-objects/platform/pricing: the free plan, a day */
const freeRequests = 100_000;
const freeRoomRequests = 100_000;
const freeRows = 100_000;
/** A channel that plays a lot. */
const kegsADay = 20;

/** The moments of a keg's countdown, the draw, and its last lines. */
const momentsOfKeg = 11;

/** What was counted and timed, against what was promised. */
export function budgetsOf({ bundle, start, quietLines, keg, latency, resumption }: Costs): readonly Budget[] {
  const { lines } = quietLines;
  const effects = Object.values(effectsOf(keg)).reduce((sum, count) => sum + count, 0);
  const calls = Object.values(quietLines.helix).reduce((sum, count) => sum + count, 0);
  return [
    most("a quiet line: requests of the Worker", quietLines.notifications / lines, 1),
    most("a quiet line: requests of the room", roomRequests(quietLines) / lines, 1),
    most("a quiet line: rows", quietLines.rows / lines, 0.05),
    most("a quiet line: calls of Helix and Postgres", (calls + quietLines.sqlBatches) / lines, 0),
    most(`a keg of fifty: rows for each of its ${effects} effects`, keg.rows / effects, 4),
    most(
      "a keg of fifty: alarms, for its moments and for Postgres",
      keg.alarmRings,
      momentsOfKeg + keg.sqlBatches,
    ),
    most("a keg of fifty: SQL batches", keg.sqlBatches, 3),
    least(
      `free plan: quiet lines a day beside ${kegsADay} kegs`,
      linesBeside({ quietLines, keg }, kegsADay),
      90_000,
    ),
    most("redemption → first call of Helix, room awake: p50, ms", latency.awake.p50, 10),
    most("redemption → first call of Helix, room awake: p99, ms", latency.awake.p99, 100),
    most("redemption → first call of Helix, room asleep: p99, ms", latency.asleep.p99, 100),
    most(
      "kill -9 in a countdown → next call of Helix, from the new start: worst, ms",
      resumption.afterStart.worst,
      1_000,
    ),
    most("bundle: KiB gzip", bundle.gzip / 1_024, 448),
    most("start of workerd → first 200: median, ms", start.median, 100),
  ];
}

type Spendings = Pick<Costs, "quietLines" | "keg">;

/** How many quiet lines a day the free plan still takes beside so many kegs. */
function linesBeside({ quietLines, keg }: Spendings, kegs: number): number {
  const { lines } = quietLines;
  const left = (free: number, ofKeg: number, ofLine: number) =>
    ofLine === 0 ? Number.POSITIVE_INFINITY : (free - kegs * ofKeg) / ofLine;
  return Math.min(
    left(freeRequests, keg.notifications, quietLines.notifications / lines),
    left(freeRoomRequests, roomRequests(keg), roomRequests(quietLines) / lines),
    left(freeRows, keg.rows, quietLines.rows / lines),
  );
}

/** Notifications go through to the room, and alarms are requests as well. */
const roomRequests = ({ notifications, alarmRings }: Costs["keg"]) => notifications + alarmRings;
