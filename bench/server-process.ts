import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A server of the bench in a process of its own. */
export interface ServerProcess<Told> {
  readonly id: number;
  /** What it said when it was ready. */
  readonly told: Told;
  ask<Answer>(question: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a server of the bench; see `servers/serve.ts` for its side. */
export async function startServerProcess<Told>(
  program: URL,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess<Told>> {
  const child = fork(fileURLToPath(program), [], { env: { ...process.env, ...environment } });
  const told = (await answerOf(child)) as Told;

  return {
    id: child.pid ?? 0,
    told,
    async ask<Answer>(question: string) {
      child.send(question);
      return (await answerOf(child)) as Answer;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      // A server ends with its line to the runner, and what it has started with it.
      child.disconnect();
      await Promise.race([ended, wait(10_000, undefined, { ref: false })]);
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const end = () =>
    ended.abort(new Error(`The process ended before it answered: ${child.spawnargs.join(" ")}`));
  child.once("exit", end);
  try {
    const [message] = (await once(child, "message", { signal: ended.signal })) as [unknown];
    return message;
  } finally {
    child.off("exit", end);
  }
}
