import type { Running } from "../contestant.ts";
import { startServerProcess } from "../server-process.ts";

/** A contestant that is one Node process and counts what it has. */
export async function startNodeServer(
  program: URL,
  environment: Readonly<Record<string, string>> = {},
): Promise<Running & Required<Pick<Running, "count">>> {
  const { id, told, ask, stop } = await startServerProcess<{ url: string }>(program, environment);
  return { url: told.url, processes: () => ({ node: [id] }), count: () => ask<number>("count"), stop };
}
