import { setTimeout as wait } from "node:timers/promises";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { deliver } from "../deliver.ts";
import { signRedemption } from "../notifications.ts";
import { startedAt } from "../processes.ts";
import { median } from "../statistics.ts";
import { acceptRefunds, startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";

/** After kill -9 in the middle of a countdown, until each keg goes on at Twitch; in milliseconds. */
export interface Resumption {
  readonly kills: number;
  readonly kegs: number;
  /** From the start of the new process. */
  readonly afterStart: { readonly median: number; readonly worst: number };
  /** From the kill, so with the time it took to start workerd again. */
  readonly afterKill: { readonly median: number; readonly worst: number };
}

const kills = 3;
const channels = 10;
const fuseSeconds = 6;
/** "Five sixths of the fuse are over" is said at 5 s; whoever dies shortly before is late for it. */
const killedAt = 4_800;

export async function measureResumption(bundle: Bundle, cleanUp: CleanUp): Promise<Resumption> {
  const taproom = await startTaproomProcess(bundle, { channels });
  const stop = cleanUp.add(() => taproom.stop());
  await acceptRefunds(taproom);
  for (const channel of taproom.channels)
    await taproom.askProduct(`/api/channels/${channel}/settings`, { keg: { fuseSeconds } });

  const afterStart: number[] = [];
  const afterKill: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const { killed, started, resumed } = await killAmidKegs(taproom, kill);
    afterStart.push(...resumed.map((at) => at - started));
    afterKill.push(...resumed.map((at) => at - killed));
  }
  await stop();
  return { kills, kegs: afterStart.length, afterStart: spread(afterStart), afterKill: spread(afterKill) };
}

const spread = (values: readonly number[]) => ({ median: median(values), worst: Math.max(...values) });

/** Opens a keg in every channel, kills workerd, and says when each of the kegs was heard of again. */
async function killAmidKegs(taproom: TaproomProcess, n: number) {
  await Promise.all(
    taproom.channels.map((channel) => deliver(taproom.door, signRedemption(channel, "keg", n))),
  );
  await wait(killedAt);
  const [before = 0] = await taproom.workerd();
  const killed = Date.now();
  process.kill(before, "SIGKILL");

  // Long enough for the kegs to end, so that the next can be opened.
  await wait(fuseSeconds * 1_000 + 10_000);
  const [after = 0] = await taproom.workerd();
  const resumed = await Promise.all(
    taproom.channels.map(async (channel) => {
      const calls = await taproom.askWorld<readonly { readonly at: number }[]>(
        `/calls?service=twitch&channel=${channel}&since=${killed}`,
      );
      return calls[0]?.at ?? Number.POSITIVE_INFINITY;
    }),
  );
  return { killed, started: startedAt(after), resumed };
}
