import { formatTable } from "../table.ts";
import { budgetsOf } from "./budgets.ts";
import type { Costs } from "./costs.ts";
import { effectsOf } from "./keg.ts";

/** What it costs, as `npm run bench` prints it. */
export function formatCosts(costs: Costs): string {
  const { keg, latency, resumption, start, bundle } = costs;
  const budgets = budgetsOf(costs).map(({ what, measured, budget, met }) => [
    what,
    measured,
    budget,
    met ? "✓" : "✗",
  ]);
  return [
    "What it costs and how quickly it is there, against the budgets.",
    "",
    ...formatTable([["", "measured", "budget", ""], ...budgets]),
    "",
    `The keg: ${listed(effectsOf(keg))}; ${keg.notifications} notifications in, ${keg.rows} rows, of them`,
    `${keg.alarmsSet} alarms set; ${keg.alarmRings} rang. Helix: ${listed(keg.helix)}.`,
    `Latency, p50 / p99 / worst of ${latency.samples} ms: awake ${times(latency.awake)}, asleep ${times(latency.asleep)}.`,
    `Back after ${resumption.kills} kills, ${resumption.kegs} kegs: ${spread(resumption.afterStart)} ms after the new start,`,
    `${spread(resumption.afterKill)} ms after the kill.`,
    `Start: ${start.median.toFixed(0)} ms, worst of ${start.runs} ${start.worst.toFixed(0)} ms.`,
    `Bundle: ${(bundle.raw / 1_024).toFixed(0)} KiB, ${(bundle.gzip / 1_024).toFixed(0)} KiB gzip.`,
  ].join("\n");
}

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");

const times = ({ p50, p99, max }: Costs["latency"]["awake"]) =>
  [p50, p99, max].map((value) => value.toFixed(1)).join(" / ");

const spread = ({ median, worst }: { readonly median: number; readonly worst: number }) =>
  `${median.toFixed(0)} (worst ${worst.toFixed(0)})`;
