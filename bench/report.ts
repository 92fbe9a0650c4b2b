import type { Machine } from "./describe-machine.ts";
import type { LegSummary, Spread, Summary } from "./summary.ts";
import { formatTable, type Row } from "./table.ts";

/** All there is to tell. */
export interface Report {
  readonly summaries: readonly Summary[];
  readonly skipped: readonly string[];
  readonly machine: Machine;
}

/** The page `npm run bench` prints. */
export function formatReport({ summaries, skipped, machine }: Report): string {
  const { cores, cpu, memory, kernel, node, loadBefore } = machine;
  return [
    "Verified Twitch notifications: median of the rounds (worst).",
    `${cores} × ${cpu}, ${(memory / 2 ** 30).toFixed(0)} GiB, Linux ${kernel}, Node ${node}, load before the bench ${loadBefore.toFixed(2)}`,
    "",
    ...formatTable([columns, ...summaries.flatMap(formatContestant)]),
    "",
    "Start: from starting the process to the first answer. Counted: what it has afterwards, of what it acknowledged.",
    "Cores: how many the contestant kept busy, part by part.",
    "Generator: how much of one core the load itself took; near 1.0 it is the generator that was measured.",
    ...summaries.flatMap(({ name, failures }) => failures.map((why) => `FAILED ${name}: ${why}`)),
    ...skipped.map((what) => `SKIPPED ${what}`),
  ].join("\n");
}

const columns = [
  "contestant",
  "connections",
  "per second",
  "p50 ms",
  "p99 ms",
  "max ms",
  "cores",
  "generator",
];

function formatContestant(summary: Summary): Row[] {
  const legs = summary.legs.map((leg, n) => [n === 0 ? summary.name : "", ...formatLeg(leg)]);
  const { does, takes, startMs, acknowledged, counted, refused } = summary;
  const facts = [
    `${does}; takes: ${takes}`,
    ...(startMs === undefined ? [] : [`start ${formatSpread(startMs, 0)} ms`]),
    ...(counted === undefined
      ? []
      : [`counted ${counted} of ${acknowledged}${verdict(acknowledged, counted)}`]),
    ...(refused === 0 ? [] : [`NOT ACKNOWLEDGED ${refused}`]),
  ];
  return [...legs, [`  ${facts.join("; ")}`]];
}

/** More than it acknowledged is fine: an answer may be lost on its way. Fewer is a broken promise. */
function verdict(acknowledged: number, counted: number): string {
  return counted < acknowledged ? ` — ${acknowledged - counted} LOST` : "";
}

function formatLeg({ connections, perSecond, p50, p99, max, cores, generatorCpu }: LegSummary): Row {
  const times = [p50, p99, max].map((time) => formatSpread(time, 1));
  const parts = Object.entries(cores).map(([part, { median }]) => `${part} ${median.toFixed(2)}`);
  return [
    String(connections),
    formatSpread(perSecond, 0),
    ...times,
    parts.join(", "),
    formatSpread(generatorCpu, 2),
  ];
}

const formatSpread = ({ median, worst }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${worst.toFixed(digits)})`;
