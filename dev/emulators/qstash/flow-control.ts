/** Flow control: how many deliveries of one key may be under way at once, and begin within a period. */
import type { FlowRule } from "./message.ts";

interface Flow {
  rule: FlowRule;
  underWay: number;
  periodStart: number;
  begunInPeriod: number;
  isPaused: boolean;
  isPinnedParallelism: boolean;
  isPinnedRate: boolean;
}

export class FlowControl {
  readonly #flows = new Map<string, Flow>();

  /** The latest message says how it is from now on, unless somebody has pinned it. */
  learn(rule: FlowRule): void {
    const flow = this.#flow(rule.key);
    const { parallelism } = flow.isPinnedParallelism ? flow.rule : rule;
    const { rate, periodMs } = flow.isPinnedRate ? flow.rule : rule;
    flow.rule = { key: rule.key, parallelism, rate, periodMs };
  }

  /** When the next delivery may begin: now, at a later moment, or `Infinity` when that depends on others. */
  opensAt(key: string, now: number): number {
    const flow = this.#flow(key);
    const { parallelism = Infinity, rate = Infinity, periodMs } = flow.rule;
    if (flow.isPaused || flow.underWay >= parallelism) return Infinity;
    const periodEnd = flow.periodStart + periodMs;
    return now >= periodEnd || flow.begunInPeriod < rate ? now : periodEnd;
  }

  begin(key: string, now: number): void {
    const flow = this.#flow(key);
    if (now >= flow.periodStart + flow.rule.periodMs) this.resetRate(key, now);
    flow.begunInPeriod += 1;
    flow.underWay += 1;
  }

  end(key: string): void {
    this.#flow(key).underWay -= 1;
  }

  pause(key: string, isPaused: boolean): void {
    this.#flow(key).isPaused = isPaused;
  }

  pin(key: string, { parallelism, rate, periodMs }: Partial<FlowRule>): void {
    const flow = this.#flow(key);
    flow.isPinnedParallelism ||= parallelism !== undefined;
    flow.isPinnedRate ||= rate !== undefined;
    flow.rule = {
      key,
      parallelism: parallelism ?? flow.rule.parallelism,
      rate: rate ?? flow.rule.rate,
      periodMs: periodMs ?? flow.rule.periodMs,
    };
  }

  unpin(key: string, what: { readonly parallelism: boolean; readonly rate: boolean }): void {
    const flow = this.#flow(key);
    if (what.parallelism) flow.isPinnedParallelism = false;
    if (what.rate) flow.isPinnedRate = false;
  }

  resetRate(key: string, now: number): void {
    const flow = this.#flow(key);
    flow.periodStart = now;
    flow.begunInPeriod = 0;
  }

  shown(key: string, waiting: number) {
    const { rule, underWay, begunInPeriod, periodStart, isPaused, ...pinned } = this.#flow(key);
    return {
      flowControlKey: key,
      waitListSize: waiting,
      parallelismMax: rule.parallelism ?? 0,
      parallelismCount: underWay,
      rateMax: rule.rate ?? 0,
      rateCount: begunInPeriod,
      ratePeriod: rule.periodMs / 1_000,
      ratePeriodStart: Math.floor(Math.max(periodStart, 0) / 1_000),
      isPaused,
      isPinnedParallelism: pinned.isPinnedParallelism,
      isPinnedRate: pinned.isPinnedRate,
    };
  }

  forget(): void {
    this.#flows.clear();
  }

  #flow(key: string): Flow {
    const known = this.#flows.get(key);
    if (known) return known;
    const flow: Flow = {
      rule: { key, periodMs: 1_000 },
      underWay: 0,
      periodStart: -Infinity,
      begunInPeriod: 0,
      isPaused: false,
      isPinnedParallelism: false,
      isPinnedRate: false,
    };
    this.#flows.set(key, flow);
    return flow;
  }
}
