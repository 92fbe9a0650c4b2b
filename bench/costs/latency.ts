import { setTimeout as wait } from "node:timers/promises";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { deliver } from "../deliver.ts";
import { signRedemption } from "../notifications.ts";
import { percentile } from "../statistics.ts";
import { acceptRefunds, startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";

/** From sending a notification to the first call of Helix that it causes, in milliseconds. */
export interface Latencies {
  readonly samples: number;
  /** A keg is redeemed where the room sleeps: until it asks who is in chat. */
  readonly asleep: Latency;
  /** Another keg, while the first one burns: until it is given back. */
  readonly awake: Latency;
}

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

const channels = 50;
/** A room that is left alone for ten seconds is put to sleep. */
const fallAsleep = 15_000;
/** Between two channels, so that one does not wait for the other's work. */
const pause = 100;

export async function measureLatency(bundle: Bundle, cleanUp: CleanUp): Promise<Latencies> {
  const taproom = await startTaproomProcess(bundle, { channels });
  const stop = cleanUp.add(() => taproom.stop());
  await acceptRefunds(taproom);
  // Burns on until the end, so that its lines do not disturb.
  for (const channel of taproom.channels)
    await taproom.askProduct(`/api/channels/${channel}/settings`, { keg: { fuseSeconds: 3_600 } });
  await wait(fallAsleep);

  const asleep = await redeemKegs(taproom, 1);
  const awake = await redeemKegs(taproom, 2);
  await stop();
  return { samples: channels, asleep, awake };
}

async function redeemKegs(taproom: TaproomProcess, n: number): Promise<Latency> {
  const sent = new Map<string, number>();
  for (const channel of taproom.channels) {
    const notification = signRedemption(channel, "keg", n);
    sent.set(channel, performance.timeOrigin + performance.now());
    await deliver(taproom.door, notification);
    await wait(pause);
  }
  const latencies = await Promise.all(
    [...sent].map(async ([channel, at]) => {
      const since = Math.floor(at);
      const [first] = await taproom.askWorld<readonly { readonly at: number }[]>(
        `/calls?service=twitch&channel=${channel}&since=${since}`,
      );
      if (!first) throw new Error(`The keg in channel ${channel} was not heard of at Twitch.`);
      // The world stamps whole milliseconds: its moment was half of one later, on average.
      return first.at + 0.5 - at;
    }),
  );
  const sorted = latencies.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: percentile(sorted, 1) };
}
