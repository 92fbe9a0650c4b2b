import type { Contestant } from "../contestant.ts";
import { startServerProcess } from "../server-process.ts";

/** No contestant: the ceiling of the machine and the generator, to read the others by. */
export const nothing: Contestant = {
  name: "node:http, checks nothing",
  does: "nothing (the ceiling)",
  takes: "chat line",
  verifies: false,
  async start() {
    const { url, stop } = await startServerProcess(new URL("../servers/nothing.ts", import.meta.url));
    return { url, stop };
  },
};
