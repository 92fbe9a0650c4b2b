import { setTimeout as wait } from "node:timers/promises";
import { deliver } from "../deliver.ts";
import { isSuccess } from "../load/load.ts";
import { signRedemption } from "../notifications.ts";

/** Redemptions that came in while everybody talked. */
export interface Redeemed {
  /** Those that were acknowledged. */
  readonly acknowledged: readonly string[];
  readonly refused: number;
  /** Until the answer, in milliseconds. */
  readonly latencies: readonly number[];
}

/** Opens a keg, and then a boar runs so many times a second until the time is over. */
export async function redeemAllTheWhile(
  door: string,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Redeemed> {
  const acknowledged: string[] = [];
  const latencies: number[] = [];
  const count = perSecond * seconds;
  const started = performance.now();
  const redeem = async (reward: string, n: number) => {
    const notification = signRedemption("1001", reward, n);
    const asked = performance.now();
    const status = await deliver(door, notification);
    latencies.push(performance.now() - asked);
    if (isSuccess(status)) acknowledged.push(idOf(notification.body));
  };

  const under: Promise<void>[] = [redeem("keg", 0)];
  for (let n = 1; n < count; n += 1) {
    await wait(Math.max(0, started + (n * 1_000) / perSecond - performance.now()));
    under.push(redeem("boar", n));
  }
  await Promise.all(under);
  return { acknowledged, refused: count - acknowledged.length, latencies };
}

const idOf = (body: string) => (JSON.parse(body) as { readonly event: { readonly id: string } }).event.id;
