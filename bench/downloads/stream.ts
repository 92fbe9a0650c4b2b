import { setTimeout as wait } from "node:timers/promises";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { type Person, people } from "../people.ts";
import { cpuSeconds, forgetPeaks, memoryOf, type Processes } from "../processes.ts";
import { median } from "../statistics.ts";
import { startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";
import { sendLink } from "./knocks.ts";
import { type Call, givenVideos, untilGiven, uploadsAmong } from "./transcript.ts";
import { newVideo, playVideo, type Video } from "./videos.ts";

/** What large videos cost while they pass from their platform to Telegram. */
export interface Streams {
  readonly bytes: number;
  /** One after another. */
  readonly alone: readonly Passage[];
  readonly together: Passage;
}

/** Some videos at the same time. */
export interface Passage {
  readonly videos: number;
  /** From the first update to the last person's video. */
  readonly seconds: number;
  /** Of workerd, in bytes: before, the middle one of all looks while it flowed, and the most that there ever was. */
  readonly memory: { readonly before: number; readonly median: number; readonly peak: number };
  /** Seconds of a core, by what the process does. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Uploads whose Content-Length was announced and kept. */
  readonly exact: number;
  /** What an upload announced besides the file: fields, the picture, boundaries. */
  readonly around: number;
}

const bytes = 49_500_000;
const runs = 3;
const atOnce = 5;
const look = 50;
/** Long enough for what came before to be written down. */
const rest = 6_000;

export async function measureStreams(bundle: Bundle, cleanUp: CleanUp): Promise<Streams> {
  const taproom = await startTaproomProcess(bundle, { people: atOnce });
  const stop = cleanUp.add(() => taproom.stop());
  // The code is there, and the first buffers: what is measured is the video.
  for (let warmUp = 0; warmUp < runs; warmUp += 1) await pass(taproom, 1, 2_000_000);
  const alone: Passage[] = [];
  for (let run = 0; run < runs; run += 1) alone.push(await pass(taproom, 1, bytes));
  const together = await pass(taproom, atOnce, bytes);
  await stop();
  return { bytes, alone, together };
}

async function pass(taproom: TaproomProcess, count: number, size: number): Promise<Passage> {
  const everybody = people(0, count);
  const wishes = everybody.map((person) => ({ person, video: newVideo() }));
  for (const { video } of wishes) await playVideo(taproom, video, { bytes: size });
  await wait(rest);

  const workerd = await taproom.workerd();
  const processes: Processes = { workerd, world: [taproom.world] };
  const before = memoryOf(workerd).now;
  const cpuBefore = cpuSeconds(processes);
  forgetPeaks(workerd);
  const looking = lookAt(workerd);
  const { begun, calls } = await carry(taproom, wishes);
  const levels = looking.stop();
  const cpu = cpuSeconds(processes);
  const ends = [...givenVideos(calls).values()].map(({ at }) => at);
  const uploads = uploadsAmong(calls).map(uploadOf);
  return {
    videos: count,
    seconds: (Math.max(...ends) - begun) / 1_000,
    memory: { before, median: median(levels), peak: memoryOf(workerd).peak },
    cpu: Object.fromEntries(Object.entries(cpu).map(([name, now]) => [name, now - (cpuBefore[name] ?? 0)])),
    // The world takes no body that is shorter or longer than it was announced.
    exact: uploads.filter(({ announced, file }) => announced !== undefined && file === size).length,
    around: Math.max(...uploads.map(({ announced = NaN, file }) => announced - file)),
  };
}

interface Wish {
  readonly person: Person;
  readonly video: Video;
}

async function carry(taproom: TaproomProcess, wishes: readonly Wish[]) {
  const knocks = await Promise.all(wishes.map(({ person, video }) => sendLink(taproom, person, video.url)));
  const begun = Math.min(...knocks.map(({ sentAt }) => sentAt));
  const calls = await untilGiven(
    taproom,
    wishes.map(({ person }) => person),
    begun,
  );
  return { begun, calls };
}

function lookAt(ids: readonly number[]): { stop(): readonly number[] } {
  const levels: number[] = [];
  const timer = setInterval(() => levels.push(memoryOf(ids).now), look);
  return {
    stop() {
      clearInterval(timer);
      return levels;
    },
  };
}

function uploadOf({ announced, body }: Call) {
  // The cast: the world tells each file of a multipart body so.
  const { video } = body as { readonly video?: { readonly bytes?: number } };
  return { announced, file: video?.bytes ?? Number.NaN };
}
