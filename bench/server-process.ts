import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Running } from "./contestant.ts";

/** Every server of the bench can be asked how many notifications it has. */
export type ServerProcess = Required<Running>;

/** Starts a server of the bench as a process of its own; see `servers/serve.ts` for its side. */
export async function startServerProcess(
  program: URL,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(program), [], { env: { ...process.env, ...environment } });
  const { url } = (await answerOf(child)) as { url: string };

  return {
    url,
    async count() {
      child.send("count");
      return ((await answerOf(child)) as { count: number }).count;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
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
