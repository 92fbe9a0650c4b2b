import type { Bundle } from "../bundle.ts";
import type { CleanUp } from "../clean-up.ts";
import { people, personOf } from "../people.ts";
import { startTaproomProcess, type TaproomProcess } from "../taproom-process.ts";
import { sendLink } from "./knocks.ts";
import { countedByMethod, givenVideos, untilGiven, uploadsAmong } from "./transcript.ts";
import { askedOf, newVideo, playVideo } from "./videos.ts";

/** A hundred people who want the same video at once. */
export interface Flight {
  readonly waiters: number;
  readonly answered: number;
  readonly downloads: number;
  readonly uploads: number;
  /** From the first update to the last person's video, in seconds. */
  readonly seconds: number;
  /** Until the last of the webhooks was answered, in milliseconds. */
  readonly slowestWebhook: number;
  /** Of Telegram, by method; those that it did not take apart. */
  readonly calls: Readonly<Record<string, number>>;
}

export interface Flights {
  /** The source takes so long, so that everybody waits. */
  readonly sourceSeconds: number;
  /** Telegram takes thirty a second. */
  readonly limited: Flight;
  /** Telegram takes whatever comes. */
  readonly unlimited: Flight;
}

const waiters = 100;
const sourceSeconds = 2;
const bytes = 4_000_000;

export async function measureFlights(bundle: Bundle, cleanUp: CleanUp): Promise<Flights> {
  const taproom = await startTaproomProcess(bundle, { people: 2 * waiters + 1 });
  const stop = cleanUp.add(() => taproom.stop());
  // Whatever is done once in the life of a runtime has been done.
  const early = personOf(2 * waiters);
  const { sentAt } = await sendLink(taproom, early, newVideo().url);
  await untilGiven(taproom, [early], sentAt);

  const limited = await fly(taproom, 0);
  await taproom.askWorld("/telegram/limits", { global: null });
  const unlimited = await fly(taproom, waiters);
  await stop();
  return { sourceSeconds, limited, unlimited };
}

async function fly(taproom: TaproomProcess, from: number): Promise<Flight> {
  const everybody = people(from, waiters);
  const video = newVideo();
  await playVideo(taproom, video, { bytes, ratePerSecond: bytes / sourceSeconds });
  const knocks = await Promise.all(everybody.map((person) => sendLink(taproom, person, video.url)));
  const begun = Math.min(...knocks.map(({ sentAt }) => sentAt));
  const calls = await untilGiven(taproom, everybody, begun);
  const given = givenVideos(calls);
  const { downloads } = await askedOf(taproom, video);
  return {
    waiters,
    answered: everybody.filter(({ id }) => given.has(String(id))).length,
    downloads,
    uploads: uploadsAmong(calls).length,
    seconds: (Math.max(...[...given.values()].map(({ at }) => at)) - begun) / 1_000,
    slowestWebhook: Math.max(...knocks.map(({ answeredAfter }) => answeredAfter)),
    calls: countedByMethod(calls),
  };
}
