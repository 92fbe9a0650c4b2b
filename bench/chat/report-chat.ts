import { type Budget, most } from "../budget.ts";
import { isSuccess, type LegResult } from "../load/load.ts";
import { formatTable } from "../table.ts";
import { type ChatLoad, linesLost } from "./chat-load.ts";

/** What was promised of a channel under load, and what came of it. */
export function chatBudgets(load: ChatLoad): readonly Budget[] {
  const { alone, keg, redemptions } = load;
  const latest = Math.max(...keg.map(({ late }) => late ?? Number.POSITIVE_INFINITY));
  return [
    most("redemptions that were acknowledged and are not in the ledger", redemptions.lost, 0),
    most("redemptions that were not acknowledged", redemptions.refused, 0),
    most("the keg's latest line, ms after its moment", latest, 1_000),
    most("lines that were acknowledged and not counted", Math.max(0, linesLost(load)), 0),
    most("a quiet line: rows", alone.rows / countOf(alone.lines), 0.05),
  ];
}

/** A channel under load, as `npm run bench` prints it. */
export function formatChatLoad(load: ChatLoad): string {
  const { alone, beside, keg, redemptions } = load;
  const budgets = chatBudgets(load).map(({ what, measured, budget, met }) => [
    what,
    measured,
    budget,
    met ? "✓" : "✗",
  ]);
  return [
    "One channel whose chat does not stop, while a keg runs and boars come.",
    "",
    ...formatTable([["", "measured", "budget", ""], ...budgets]),
    "",
    `Lines alone: ${formatLines(alone.lines)}; ${alone.rows} rows.`,
    `Beside the keg: ${formatLines(beside.lines)}; ${beside.rows} rows, the keg's and the redemptions' among them;`,
    `workerd kept ${beside.workerdCores.toFixed(2)} cores busy.`,
    `Redemptions: ${redemptions.acknowledged} acknowledged; p50 / p99 / worst ${times(redemptions)} ms.`,
    `The keg's lines, ms late at most: ${keg.map(formatMoment).join(", ")}.`,
  ].join("\n");
}

function formatLines(lines: LegResult): string {
  const { seconds, perSecond, generatorCpu, statuses } = lines;
  const refused = Object.entries(statuses).filter(([status]) => !isSuccess(Number(status)));
  const trouble = refused.map(([status, count]) => `, ${count} answered ${status}`).join("");
  return (
    `${countOf(lines)} in ${seconds.toFixed(1)} s (${perSecond.toFixed(0)}/s), p50 / p99 / worst ${times(lines)} ms` +
    `${trouble}, generator ${generatorCpu.toFixed(2)} cores`
  );
}

const countOf = ({ statuses }: LegResult) =>
  Object.values(statuses).reduce((total, count) => total + count, 0);

const times = ({ p50, p99, max }: { readonly p50: number; readonly p99: number; readonly max: number }) =>
  [p50, p99, max].map((value) => value.toFixed(1)).join(" / ");

const formatMoment = ({ sixtieth, late }: ChatLoad["keg"][number]) =>
  `${sixtieth}/60 ${late === undefined ? "NOT SAID" : late.toFixed(0)}`;
