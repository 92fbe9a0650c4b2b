import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CleanUp } from "./clean-up.ts";
import type { Contestant, Running } from "./contestant.ts";
import { acknowledged, generateLoad, isSuccess, type Leg, type LegResult } from "./load/load.ts";
import { forge, type Notification } from "./notifications.ts";
import { deliver } from "./deliver.ts";
import { cpuSeconds } from "./processes.ts";

/** What came of one contestant in one round. */
export interface TurnResult {
  /** From starting its process to its first answer, in milliseconds. */
  readonly startMs: number;
  readonly legs: readonly MeasuredLeg[];
  readonly acknowledged: number;
  /** How many it really has, when it can say. */
  readonly counted?: number;
}

/** A leg, and how many cores each part of the contestant kept busy in it. */
export interface MeasuredLeg extends LegResult {
  readonly cores: Readonly<Record<string, number>>;
}

export interface TurnOptions {
  readonly notifications: readonly Notification[];
  /** Sent before the measured legs, at the first leg's width. */
  readonly warmUp: number;
  readonly legs: readonly Leg[];
  readonly cleanUp: CleanUp;
  readonly stop: AbortSignal;
}

/** Starts a fresh contestant, measures it, compares what it says with what it has, and stops it. */
export async function takeTurn(contestant: Contestant, options: TurnOptions): Promise<TurnResult> {
  const [first] = options.notifications;
  if (first === undefined) throw new Error("There is nothing to send.");

  const launched = performance.now();
  const running = await contestant.start();
  const stopRunning = options.cleanUp.add(() => running.stop());
  try {
    await expectAcknowledged(running, first);
    const startMs = performance.now() - launched;
    if (contestant.verifies) await expectRefused(running, forge(first));

    const legs = await rideLegs(running, options);
    const total = 1 + legs.reduce((sum, leg) => sum + acknowledged(leg), 0);
    const counted = await running.count?.();
    const measured = legs.slice(1);
    return { startMs, legs: measured, acknowledged: total, ...(counted !== undefined && { counted }) };
  } finally {
    await stopRunning();
  }
}

async function rideLegs(running: Running, options: TurnOptions): Promise<MeasuredLeg[]> {
  const { notifications, cleanUp, stop, warmUp, legs } = options;
  const folder = await mkdtemp(join(tmpdir(), "taproom-bench-load-"));
  const removeFolder = cleanUp.add(() => rm(folder, { recursive: true, force: true }));
  try {
    const notificationsFile = join(folder, "notifications.ndjson");
    await writeFile(notificationsFile, notifications.map((each) => JSON.stringify(each)).join("\n"));
    const warmUpLeg = { connections: legs[0]?.connections ?? 1, count: warmUp };
    // The first notification has been sent already.
    const order = { url: running.url, notificationsFile, skip: 1, legs: [warmUpLeg, ...legs] };
    const measured: MeasuredLeg[] = [];
    let before = cpuSeconds(running.processes());
    await generateLoad(order, stop, (leg) => {
      const now = cpuSeconds(running.processes());
      measured.push({ ...leg, cores: coresOf(before, now, leg.seconds) });
      before = now;
    });
    return measured;
  } finally {
    await removeFolder();
  }
}

type CpuSeconds = Readonly<Record<string, number>>;

const coresOf = (before: CpuSeconds, now: CpuSeconds, seconds: number) =>
  Object.fromEntries(Object.entries(now).map(([name, cpu]) => [name, (cpu - (before[name] ?? 0)) / seconds]));

async function expectAcknowledged(running: Running, notification: Notification): Promise<void> {
  const status = await deliver(running.url, notification);
  if (!isSuccess(status)) throw new Error(`A signed notification was answered ${status}.`);
}

async function expectRefused(running: Running, notification: Notification): Promise<void> {
  const status = await deliver(running.url, notification);
  if (status < 400 || status >= 500) throw new Error(`A forged notification was answered ${status}.`);
}
