import { setTimeout as wait } from "node:timers/promises";
import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { people, personOf } from "../people.ts";
import { percentile } from "../statistics.ts";
import { startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";
import { sendInTurn, sendLink } from "./knocks.ts";
import { givenVideos, untilCached, untilGiven } from "./transcript.ts";
import { newVideo } from "./videos.ts";

/** In milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface CachedAnswer {
  /** From sending the update to Telegram's being asked to send the video. */
  readonly video: Spread;
  /** Until the webhook is answered: by then the request is on disk. */
  readonly webhook: Spread;
}

/** How quickly a video comes that lies at Telegram already. */
export interface CachedAnswers {
  readonly samples: number;
  /** Nobody has ever had a room of theirs. */
  readonly fresh: CachedAnswer;
  /** The same people once more. */
  readonly awake: CachedAnswer;
  /** And once more after a rest. */
  readonly asleep: CachedAnswer;
}

const samples = 200;
/** Ten a second: far below what Telegram allows, so nobody waits because of that. */
const pause = 100;
/** What came of it is written to Postgres some seconds later; a room that is left alone for ten more is put to sleep. */
const fallAsleep = 25_000;

export async function measureCachedAnswers(bundle: Bundle, cleanUp: CleanUp): Promise<CachedAnswers> {
  const taproom = await startTaproomProcess(bundle, { people: samples + 1 });
  const stop = cleanUp.add(() => taproom.stop());
  const video = newVideo();
  const first = await sendLink(taproom, personOf(samples), video.url);
  await untilCached(taproom, video, first.sentAt);

  const fresh = await askAll(taproom, video.url);
  const awake = await askAll(taproom, video.url);
  await wait(fallAsleep);
  const asleep = await askAll(taproom, video.url);
  await stop();
  return { samples, fresh, awake, asleep };
}

async function askAll(taproom: TaproomProcess, url: string): Promise<CachedAnswer> {
  const everybody = people(0, samples);
  const knocks = await sendInTurn(
    taproom,
    everybody.map((person) => [person, url] as const),
    pause,
  );
  const calls = await untilGiven(taproom, everybody, knocks[0]?.sentAt ?? 0);
  const given = givenVideos(calls);
  return {
    // The world stamps whole milliseconds: its moment was half of one later, on average.
    video: spread(
      knocks.map(({ person, sentAt }) => (given.get(String(person.id))?.at ?? NaN) + 0.5 - sentAt),
    ),
    webhook: spread(knocks.map(({ answeredAfter }) => answeredAfter)),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: percentile(sorted, 1) };
}
