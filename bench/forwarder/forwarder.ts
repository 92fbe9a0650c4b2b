import { setTimeout as wait } from "node:timers/promises";
import { seeded } from "../../shared/kernel/random.ts";
import { scriptOf, type SourceScript, type StormSize } from "../../tests/faults/forwarder/script.ts";
import {
  type AskWorld,
  sourceChat,
  storm as stormAt,
  Storm,
  targetChat,
} from "../../tests/faults/forwarder/storm.ts";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";
import { type Crossing, cross, lastOnesAreThere } from "./crossing.ts";
import { startNaiveBot } from "./naive-bot.ts";
import { measurePattern, type PatternTimes } from "./pattern.ts";
import { SpendingWatch } from "./spent.ts";

/** What the forwarder carries and costs, beside a bot that copies at once. */
export interface Forwarder {
  readonly rush: Crossing;
  readonly calm: Crossing;
  readonly storm: Crossing;
  readonly naiveCalm: Crossing;
  readonly naiveStorm: Crossing;
  readonly pattern: PatternTimes;
}

const seed = 20_261_121;
/** One a moment ago, and a third of a minute's worth: each target may have them at once. */
const rush: StormSize = { seed, posts: 20, fanOut: 20, seconds: 0, albums: 0 };

export async function measureForwarder(bundle: Bundle, cleanUp: CleanUp, posts: number): Promise<Forwarder> {
  // So slowly that no target gets more than one message a second for long.
  const calm: StormSize = { seed, posts, fanOut: 5, seconds: posts * 0.3 };
  const storm: StormSize = { ...calm, seconds: posts * 0.1 };
  const carried = (name: string, size: StormSize, isStorm: boolean) =>
    throughTaproom({ name, size, isStorm, bundle, cleanUp });
  const copied = (name: string, size: StormSize, isStorm: boolean) =>
    throughNaiveBot({ name, size, isStorm, bundle, cleanUp });
  return {
    pattern: measurePattern(),
    rush: await carried("a rush", rush, false),
    calm: await carried("calm", calm, false),
    storm: await carried("storm", storm, true),
    naiveCalm: await copied("calm, naive bot", storm, false),
    naiveStorm: await copied("storm, naive bot", storm, true),
  };
}

interface Journey {
  readonly name: string;
  readonly size: StormSize;
  readonly isStorm: boolean;
  readonly bundle: Bundle;
  readonly cleanUp: CleanUp;
}

async function throughTaproom({ name, size, isStorm, bundle, cleanUp }: Journey): Promise<Crossing> {
  const taproom = await startTaproomProcess(bundle, { metered: true });
  const stop = cleanUp.add(() => taproom.stop());
  const script = scriptOf(size);
  const people = await peopleOf(taproom, script);
  for (const { source, targets, mode } of script)
    await taproom.askProduct("/api/mappings", {
      sources: [String(sourceChat(source))],
      targets: targets.map((target) => String(targetChat(target))),
      mode,
    });
  if (isStorm) await stormAt(askOf(taproom));
  const watch = new SpendingWatch(taproom);
  await watch.begin();
  const crossing = await cross(name, {
    storm: people,
    script,
    world: taproom.worldUrl,
    strikes: async () => isStorm && (await strike(taproom, size, () => killAll(taproom.workerd()))),
    isOver: async (traffic) => lastOnesAreThere(traffic, people, script) && (await isQueueEmpty(taproom)),
  });
  const spent = await watch.end();
  await stop();
  return { ...crossing, spent };
}

/** Longer than Telegram waits before it brings an update again for the fifth time. */
const quiet = 35_000;

async function throughNaiveBot({ name, size, isStorm, bundle, cleanUp }: Journey): Promise<Crossing> {
  const taproom = await startTaproomProcess(bundle);
  const stop = cleanUp.add(() => taproom.stop());
  const script = scriptOf(size);
  const people = await peopleOf(taproom, script);
  const bot = await startNaiveBot(taproom.worldUrl, script);
  const stopBot = cleanUp.add(() => bot.stop());
  if (isStorm) await stormAt(askOf(taproom));
  const crossing = await cross(name, {
    storm: people,
    script,
    world: taproom.worldUrl,
    strikes: async () => isStorm && (await strike(taproom, size, () => bot.restart())),
    isOver: async ({ lastAt }) => Date.now() - lastAt > quiet,
  });
  await stopBot();
  await stop();
  return crossing;
}

async function peopleOf(taproom: TaproomProcess, script: readonly SourceScript[]): Promise<Storm> {
  const people = new Storm(askOf(taproom), script);
  await people.open();
  // Thirty a second would be Telegram's measure and not ours.
  await taproom.askWorld("/telegram/limits", { global: null });
  return people;
}

const askOf =
  ({ askWorld }: TaproomProcess): AskWorld =>
  (path, body) =>
    askWorld(path, body);

/** What befalls whoever carries: three deaths, a Redis that forgets, a QStash that repeats itself. */
async function strike(
  { askWorld }: TaproomProcess,
  { seconds }: StormSize,
  kill: () => Promise<unknown>,
): Promise<void> {
  const random = seeded(seed + 1);
  const somewhen = async (happen: () => Promise<unknown>) => {
    await wait((5 + random() * (seconds + 20)) * 1_000);
    await happen();
  };
  await Promise.all([
    ...Array.from({ length: 10 }, () => somewhen(() => askWorld("/qstash/twice", { times: 1 }))),
    ...Array.from({ length: 3 }, () => somewhen(kill)),
    somewhen(() => askWorld("/redis/flush", {})),
  ]);
}

async function killAll(processes: Promise<readonly number[]>): Promise<void> {
  for (const id of await processes) process.kill(id, "SIGKILL");
}

async function isQueueEmpty({ askProduct }: TaproomProcess): Promise<boolean> {
  const { waiting, sending } = await askProduct<{ readonly waiting: number; readonly sending: number }>(
    "/api/forwarder/queue",
  );
  return waiting + sending === 0;
}
