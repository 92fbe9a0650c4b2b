import { percentile } from "../statistics.ts";
import type { LegResult } from "./load.ts";

/** Counts the answers of one leg, and what the generator itself takes meanwhile. */
export class Tally {
  readonly #latencies: Float64Array;
  readonly #statuses = new Map<number, number>();
  readonly #cpuBefore = process.cpuUsage();
  readonly #started = performance.now();

  constructor(count: number) {
    this.#latencies = new Float64Array(count);
  }

  /** The `n`th request, asked at this moment, has just been answered. */
  note(n: number, asked: number, status: number): void {
    this.#latencies[n] = performance.now() - asked;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
  }

  result(connections: number): LegResult {
    const seconds = (performance.now() - this.#started) / 1_000;
    const { user, system } = process.cpuUsage(this.#cpuBefore);
    const sorted = this.#latencies.toSorted();
    return {
      connections,
      seconds,
      perSecond: sorted.length / seconds,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      max: percentile(sorted, 1),
      statuses: Object.fromEntries(this.#statuses),
      generatorCpu: (user + system) / 1e6 / seconds,
    };
  }
}
