import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { LegResult } from "./load.ts";

/** So many chat lines a second, for so long, over at most so many connections. */
export interface PacedOrder {
  readonly url: string;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
}

const program = fileURLToPath(new URL("paced-generator.ts", import.meta.url));

/** Chat that is signed and waits to begin. */
export interface PacedLoad {
  /** Lets it run to its end. */
  ride(): Promise<LegResult>;
}

export async function preparePacedLoad(order: PacedOrder): Promise<PacedLoad> {
  const child = fork(program, [JSON.stringify(order)]);
  const said = async (): Promise<unknown> => {
    const [message] = (await Promise.race([
      once(child, "message"),
      once(child, "exit").then(() => {
        throw new Error("The load generator stopped half way.");
      }),
    ])) as [unknown];
    return message;
  };
  await said();
  return {
    async ride() {
      const result = said();
      child.send("begin");
      return (await result) as LegResult;
    },
  };
}
