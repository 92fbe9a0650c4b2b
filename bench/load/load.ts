import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** So many notifications over so many connections. */
export interface Leg {
  readonly connections: number;
  readonly count: number;
}

/** What the generator is asked to do. */
export interface LoadOrder {
  readonly url: string;
  /** Signed notifications, one in JSON on each line. */
  readonly notificationsFile: string;
  /** How many of them are used up already. */
  readonly skip: number;
  readonly legs: readonly Leg[];
}

/** What came of a leg; times in milliseconds. */
export interface LegResult {
  readonly connections: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** How often each status was answered; 0 is a connection that broke. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How much of one core the generator itself took. */
  readonly generatorCpu: number;
}

const program = fileURLToPath(new URL("generator.ts", import.meta.url));

/** Rides all legs one after another and says at once what came of each. */
export async function generateLoad(
  order: LoadOrder,
  stop: AbortSignal,
  tell: (result: LegResult) => void,
): Promise<void> {
  let ridden = 0;
  const child = fork(program, [JSON.stringify(order)], { signal: stop });
  child.on("message", (result) => {
    ridden += 1;
    tell(result as LegResult);
  });
  await once(child, "exit");
  if (ridden < order.legs.length) throw new Error("The load generator stopped half way.");
}

/** How many notifications were acknowledged. */
export function acknowledged({ statuses }: LegResult): number {
  const counts = Object.entries(statuses).map(([status, count]) => (isSuccess(Number(status)) ? count : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
