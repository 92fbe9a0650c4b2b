import type { Bundle } from "../bundle.ts";
import type { Contestant, Running } from "../contestant.ts";
import {
  acceptRefunds,
  type ChannelStatus,
  startTaproomProcess,
  statusOf,
  type TaproomProcess,
} from "../taproom-process.ts";

/** Taproom as it is deployed, by what a notification makes it do. */
export const taproom = (bundle: Bundle): readonly Contestant[] => [
  {
    name: "Taproom, door",
    does: "verified, read, nobody's concern",
    takes: "shared chat line",
    verifies: true,
    start: () => start(bundle),
  },
  {
    name: "Taproom, quiet line",
    does: "verified, in the channel's room, in memory",
    takes: "chat line",
    verifies: true,
    start: () => start(bundle, { counted: ({ counts }) => counts["quiet"] ?? 0 }),
  },
  {
    name: "Taproom, redemption",
    does: "verified, on disk with its refund; refunds go out meanwhile",
    takes: "redemption",
    verifies: true,
    start: () => start(bundle, { counted: ({ ledger }) => ledger, prepare: acceptRefunds }),
  },
  {
    name: "Taproom, redemption, Twitch away",
    does: "verified, on disk with its refund; refunds wait",
    takes: "redemption",
    verifies: true,
    start: () => start(bundle, { counted: ({ ledger }) => ledger, prepare: stopTwitch }),
  },
];

interface How {
  readonly prepare?: (running: TaproomProcess) => Promise<unknown>;
  /** How many notifications the room has, by its own word. */
  readonly counted?: (status: ChannelStatus) => number;
}

async function start(bundle: Bundle, { prepare, counted }: How = {}): Promise<Running> {
  const running = await startTaproomProcess(bundle);
  await prepare?.(running);
  const workerd = await running.workerd();
  return {
    url: running.door,
    processes: () => ({ workerd, world: [running.world] }),
    ...(counted && { count: async () => counted(await statusOf(running)) }),
    stop: running.stop,
  };
}

const stopTwitch = ({ askWorld }: TaproomProcess) => askWorld("/services/twitch/stop", {});
