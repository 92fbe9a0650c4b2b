import type { Contestant } from "../contestant.ts";
import { startNodeServer } from "./node-server.ts";

/** The best-known EventSub library for Node, with a handler that only counts. */
export const twurple: Contestant = {
  name: "@twurple/eventsub-http",
  does: "verified; handled after the answer, in memory",
  takes: "chat line",
  verifies: true,
  start: () => startNodeServer(new URL("../peers/twurple.ts", import.meta.url)),
};
