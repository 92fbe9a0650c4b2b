import type { Contestant } from "../contestant.ts";
import { startServerProcess } from "../server-process.ts";
import type { WorkerdTold } from "../servers/bare-workerd.ts";

/** No contestants: the ceilings of the machine, the generator and both runtimes, to read the others by. */
export const nothing: readonly Contestant[] = [
  {
    name: "node:http, checks nothing",
    does: "nothing: Node's ceiling",
    takes: "chat line",
    verifies: false,
    async start() {
      const program = new URL("../servers/nothing.ts", import.meta.url);
      const { id, told, stop } = await startServerProcess<{ url: string }>(program);
      return { url: told.url, processes: () => ({ node: [id] }), stop };
    },
  },
  workerd("workerd, checks nothing", "nothing: the ceiling of a Worker", false),
  workerd(
    "workerd, checks nothing, to a room",
    "hands the event to a room: the ceiling of a quiet line",
    true,
  ),
];

function workerd(name: string, does: string, withRoom: boolean): Contestant {
  return {
    name,
    does,
    takes: "chat line",
    verifies: false,
    async start() {
      const program = new URL("../servers/bare-workerd.ts", import.meta.url);
      const environment = { BENCH_ROOM: withRoom ? "yes" : "no" };
      const { told, stop } = await startServerProcess<WorkerdTold>(program, environment);
      return { url: told.url, processes: () => ({ workerd: told.workerd }), stop };
    },
  };
}
