/** One promise, what came of it, and whether it is kept. */
export interface Budget {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly met: boolean;
}

export const most = (what: string, measured: number, budget: number): Budget => ({
  what,
  measured: rounded(measured),
  budget: `≤ ${rounded(budget)}`,
  met: measured <= budget,
});

export const least = (what: string, measured: number, budget: number): Budget => ({
  what,
  measured: rounded(measured),
  budget: `≥ ${rounded(budget)}`,
  met: measured >= budget,
});

const rounded = (value: number) => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 2 : 0 });
