import type { Contestant } from "./contestant.ts";
import { isSuccess } from "./load/load.ts";
import { median } from "./statistics.ts";
import type { MeasuredLeg, TurnResult } from "./turn.ts";

/** A contestant and all its turns; of a turn that failed, the reason. */
export interface Standing {
  readonly contestant: Contestant;
  readonly turns: TurnResult[];
  readonly failures: string[];
}

/** The middle round and the worst one. */
export interface Spread {
  readonly median: number;
  readonly worst: number;
}

export interface LegSummary {
  readonly connections: number;
  readonly perSecond: Spread;
  readonly p50: Spread;
  readonly p99: Spread;
  readonly max: Spread;
  readonly generatorCpu: Spread;
  /** How many cores each part of the contestant kept busy. */
  readonly cores: Readonly<Record<string, Spread>>;
}

export interface Summary {
  readonly name: string;
  readonly does: string;
  readonly takes: string;
  readonly startMs?: Spread;
  readonly legs: readonly LegSummary[];
  /** Answers that were not 2xx, and connections that broke. */
  readonly refused: number;
  readonly acknowledged: number;
  readonly counted?: number;
  readonly failures: readonly string[];
  readonly rounds: readonly TurnResult[];
}

/** What all rounds of a contestant come to. */
export function summarise({ contestant, turns, failures }: Standing): Summary {
  const { name, does, takes } = contestant;
  const legs = turns.flatMap((turn) => turn.legs);
  const widths = new Set(legs.map(({ connections }) => connections));
  const counts = turns.map(({ counted }) => counted).filter((counted) => counted !== undefined);
  return {
    name,
    does,
    takes,
    ...(turns.length > 0 && { startMs: highIsBad(turns.map(({ startMs }) => startMs)) }),
    legs: [...widths].map((width) => summariseLeg(legs.filter(({ connections }) => connections === width))),
    refused: sum(legs.map(refused)),
    acknowledged: sum(turns.map((turn) => turn.acknowledged)),
    ...(counts.length > 0 && { counted: sum(counts) }),
    failures,
    rounds: turns,
  };
}

function summariseLeg(rounds: readonly MeasuredLeg[]): LegSummary {
  const rates = rounds.map(({ perSecond }) => perSecond);
  return {
    connections: rounds[0]?.connections ?? 0,
    perSecond: { median: median(rates), worst: Math.min(...rates) },
    p50: highIsBad(rounds.map(({ p50 }) => p50)),
    p99: highIsBad(rounds.map(({ p99 }) => p99)),
    max: highIsBad(rounds.map(({ max }) => max)),
    generatorCpu: highIsBad(rounds.map(({ generatorCpu }) => generatorCpu)),
    cores: Object.fromEntries(
      Object.keys(rounds[0]?.cores ?? {}).map((part) => [
        part,
        highIsBad(rounds.map(({ cores }) => cores[part] ?? 0)),
      ]),
    ),
  };
}

const highIsBad = (values: readonly number[]): Spread => ({
  median: median(values),
  worst: Math.max(...values),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function refused({ statuses }: MeasuredLeg): number {
  return sum(Object.entries(statuses).map(([status, count]) => (isSuccess(Number(status)) ? 0 : count)));
}
