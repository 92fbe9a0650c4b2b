import { cpus, loadavg, release, totalmem } from "node:os";

/** Where the figures come from; without it they say nothing. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: number;
  readonly kernel: string;
  readonly node: string;
  /** How many processes wanted a core in the minute before. */
  readonly loadBefore: number;
}

/** Describes the machine as it is now. */
export function describeMachine(): Machine {
  const cores = cpus();
  return {
    cpu: cores[0]?.model.trim() ?? "unknown",
    cores: cores.length,
    memory: totalmem(),
    kernel: release(),
    node: process.version,
    loadBefore: loadavg()[0] ?? Number.NaN,
  };
}
