import { formatTable, type Row } from "../table.ts";
import { forwarderBudgets } from "./budgets.ts";
import type { Crossing } from "./crossing.ts";
import type { Forwarder } from "./forwarder.ts";

/** What the forwarder carries and costs, as `npm run bench` prints it. */
export function formatForwarder(forwarder: Forwarder): string {
  const { rush, calm, storm, naiveCalm, naiveStorm, pattern } = forwarder;
  const all = [rush, calm, storm, naiveCalm, naiveStorm];
  const budgets = forwarderBudgets(forwarder).map(({ what, measured, budget, met }) => [
    what,
    measured,
    budget,
    met ? "✓" : "✗",
  ]);
  return [
    "The forwarder, against its budgets.",
    "",
    ...formatTable([["", "measured", "budget", ""], ...budgets]),
    "",
    ...formatTable(rowsOf(all)),
    "",
    "For each delivery, counted:",
    "",
    ...formatTable(costRows([rush, calm, storm])),
    "",
    ...all.map(({ name, calls }) => `${name}: ${listed(calls)}`),
    ...[rush, calm, storm].flatMap(({ name, spent }) =>
      spent
        ? [`${name}: ${listed(spent.worker)}; rooms ${listed(spent.rooms)}; rows ${listed(spent.rows)}`]
        : [],
    ),
    `${pattern.find} on ${pattern.characters} characters: first ${pattern.first.toFixed(2)} ms, p50 ${pattern.p50.toFixed(2)} ms, ` +
      `worst ${pattern.max.toFixed(2)} ms; JavaScript's own engine ${pattern.backtracking.milliseconds.toFixed(0)} ms on ${pattern.backtracking.characters}`,
  ].join("\n");
}

function rowsOf(crossings: readonly Crossing[]): readonly Row[] {
  const row = (what: string, say: (crossing: Crossing) => string): Row => [what, ...crossings.map(say)];
  const found = (what: string, key: keyof Crossing["found"]): Row =>
    row(what, (crossing) => String(crossing.found[key]));
  return [
    ["", ...crossings.map(({ name }) => name)],
    row("posts", ({ posts }) => String(posts)),
    row("deliveries", ({ deliveries }) => String(deliveries)),
    row("seconds", ({ seconds }) => seconds.toFixed(1)),
    row("posts a second", ({ posts, seconds }) => (posts / seconds).toFixed(1)),
    row("deliveries a second", ({ deliveries, seconds }) => (deliveries / seconds).toFixed(1)),
    row("post → send, p50 / p99, s", ({ waits }) => times(waits)),
    row("  nothing refused", ({ freeWaits }) => `${times(freeWaits)} (${freeWaits.count})`),
    row("  and no album", ({ freeWaitsOfOne }) => `${times(freeWaitsOfOne)} (${freeWaitsOfOne.count})`),
    found("missing", "missing"),
    found("twice", "doubled"),
    found("more than twice", "moreThanDoubled"),
    found("albums not whole", "split"),
    found("out of order", "reordered"),
    found("not as edited last", "stale"),
  ];
}

const times = ({ p50, p99 }: Crossing["waits"]) =>
  [p50, p99].map((ms) => (ms / 1_000).toFixed(2)).join(" / ");

function costRows(crossings: readonly Crossing[]): readonly Row[] {
  const row = (what: string, count: (crossing: Crossing) => number): Row => [
    what,
    ...crossings.map((crossing) => (count(crossing) / crossing.deliveries).toFixed(2)),
  ];
  return [
    ["", ...crossings.map(({ name }) => name)],
    row("calls of Telegram", (crossing) => callsOf(crossing, "telegram")),
    row("SQL requests", (crossing) => callsOf(crossing, "postgres")),
    row("Redis scripts", (crossing) => callsOf(crossing, "redis")),
    row("QStash messages", (crossing) => callsOf(crossing, "qstash")),
    row("requests of the Worker", ({ spent }) => sum(Object.values(spent?.worker ?? {}))),
    row("requests of rooms", ({ spent }) => sum(Object.values(spent?.rooms ?? {}))),
    row("rows", ({ spent }) => sum(Object.values(spent?.rows ?? {}))),
  ];
}

const callsOf = ({ calls }: Crossing, service: string): number =>
  sum(
    Object.entries(calls)
      .filter(([call]) => call.startsWith(service))
      .map(([, count]) => count),
  );

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");
