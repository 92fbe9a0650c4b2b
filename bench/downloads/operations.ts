import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { type Person, people } from "../people.ts";
import { startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";
import { sendInTurn, sendLink } from "./knocks.ts";
import { spendingOnVideos, type VideoSpending } from "./spending.ts";
import { untilGiven } from "./transcript.ts";
import { newVideo, playVideo } from "./videos.ts";

/** What so many videos have cost, all of them together. */
export type Operations = VideoSpending & { readonly videos: number };

export interface OperationCounts {
  /** One after another, each to another person, who has had a video before. */
  readonly cached: Operations;
  /** The same to people nobody has heard of. */
  readonly cachedForNewcomers: Operations;
  /** Each of them another video. */
  readonly fresh: Operations;
  /** A hundred people who are known, and one new video. */
  readonly crowd: Operations;
}

const few = 10;
const many = 100;
const pause = 500;
const sourceSeconds = 2;
const bytes = 4_000_000;

/** Counts with the meter before the bundle, so nothing here says how long anything takes. */
export async function countOperations(bundle: Bundle, cleanUp: CleanUp): Promise<OperationCounts> {
  const taproom = await startTaproomProcess(bundle, { people: many, metered: true });
  const stop = cleanUp.add(() => taproom.stop());
  const [stranger, ...others] = people(0, many);
  const known = others.slice(0, few);
  const cached = newVideo();
  if (stranger) await spend(taproom, [[stranger, cached.url]]);

  const toAll = (everybody: readonly Person[]) => everybody.map((person) => [person, cached.url] as const);
  const cachedForNewcomers = await spend(taproom, toAll(known));
  const again = await spend(taproom, toAll(known));
  const fresh = await spend(
    taproom,
    known.map((person) => [person, newVideo().url] as const),
  );
  await spend(taproom, toAll(others.slice(few)));
  const crowd = await spendOnCrowd(taproom, people(0, many));
  await stop();
  return { cached: again, cachedForNewcomers, fresh, crowd };
}

async function spend(
  taproom: TaproomProcess,
  wishes: readonly (readonly [person: Person, url: string])[],
): Promise<Operations> {
  const spending = await spendingOnVideos(taproom, async () => {
    const since = Date.now();
    await sendInTurn(taproom, wishes, pause);
    await untilGiven(
      taproom,
      wishes.map(([person]) => person),
      since,
    );
  });
  return { videos: wishes.length, ...spending };
}

async function spendOnCrowd(taproom: TaproomProcess, crowd: readonly Person[]): Promise<Operations> {
  const video = newVideo();
  await playVideo(taproom, video, { bytes, ratePerSecond: bytes / sourceSeconds });
  const spending = await spendingOnVideos(taproom, async () => {
    const since = Date.now();
    await Promise.all(crowd.map((person) => sendLink(taproom, person, video.url)));
    await untilGiven(taproom, crowd, since);
  });
  return { videos: crowd.length, ...spending };
}
