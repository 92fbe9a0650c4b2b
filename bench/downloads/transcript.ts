import { setTimeout as wait } from "node:timers/promises";
import type { Person } from "../people.ts";
import type { TaproomProcess } from "../taproom-process.ts";
import type { Video } from "./videos.ts";

/** One call of the world's transcript, as far as the measures want it. */
export interface Call {
  readonly service: string;
  readonly path: string;
  readonly body: unknown;
  /** The Content-Length of a body that did not come in chunks. */
  readonly announced?: number;
  readonly status: number;
  /** Milliseconds, whole ones. */
  readonly at: number;
}

/** As the embedded configuration has it. */
const cacheChat = "-1002000000001";

export const callsSince = ({ askWorld }: TaproomProcess, since: number): Promise<readonly Call[]> =>
  askWorld(`/calls?since=${Math.floor(since)}`);

export const telegramCallsSince = ({ askWorld }: TaproomProcess, since: number): Promise<readonly Call[]> =>
  askWorld(`/calls?service=telegram&since=${Math.floor(since)}`);

/** The method of the Bot API. */
export const methodOf = ({ path }: Call): string => path.split("/").at(-1) ?? "";

/** Videos that have come to people: by chat, the first that was taken. */
export function givenVideos(calls: readonly Call[]): ReadonlyMap<string, Call> {
  const given = new Map<string, Call>();
  for (const call of calls)
    if (isVideo(call) && !given.has(chatOf(call)) && chatOf(call) !== cacheChat)
      given.set(chatOf(call), call);
  return given;
}

/** Files that were carried to Telegram. */
export const uploadsAmong = (calls: readonly Call[]): readonly Call[] =>
  calls.filter((call) => isVideo(call) && chatOf(call) === cacheChat);

/** Until every one of these people has a video; all calls of Telegram since then. */
export async function untilGiven(
  taproom: TaproomProcess,
  persons: readonly Person[],
  since: number,
): Promise<readonly Call[]> {
  for (let attempts = 1_200; attempts > 0; attempts -= 1) {
    const calls = await telegramCallsSince(taproom, since);
    const given = givenVideos(calls);
    if (persons.every(({ id }) => given.has(String(id)))) return calls;
    await wait(100);
  }
  throw new Error("Not everybody gets the video.");
}

/** Until the next who ask for it get it from the cache at once. */
export async function untilCached(taproom: TaproomProcess, video: Video, since: number): Promise<void> {
  for (let attempts = 300; attempts > 0; attempts -= 1) {
    const calls = await callsSince(taproom, since);
    const isAbout = ({ body }: Call) => JSON.stringify(body).includes(video.id);
    const keepers = new Set(
      calls
        .filter(isAbout)
        .filter(isWriting)
        .map(({ service }) => service),
    );
    if (keepers.size === 2) return;
    await wait(200);
  }
  throw new Error("A video does not get into the caches.");
}

const isWriting = ({ service, body }: Call) =>
  ["redis", "postgres"].includes(service) && /"set",|insert into \\?"uploads/i.test(JSON.stringify(body));

/** Calls by method; what was refused stands for itself, as `sendMessage 429`. */
export function countedByMethod(calls: readonly Call[]): Readonly<Record<string, number>> {
  const named = Map.groupBy(calls, (call) =>
    call.status === 200 ? methodOf(call) : `${methodOf(call)} ${call.status}`,
  );
  return Object.fromEntries([...named].map(([name, made]) => [name, made.length]));
}

const isVideo = (call: Call) => methodOf(call) === "sendVideo" && call.status === 200;

function chatOf({ body }: Call): string {
  // The cast: a call that sends a video has fields.
  const { chat_id: chat } = (body ?? {}) as { readonly chat_id?: unknown };
  return String(chat);
}
