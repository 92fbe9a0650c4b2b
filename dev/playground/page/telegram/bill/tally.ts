/** The tally: what the product has asked of others since somebody sent a link, and how it answered. */
import type { Call } from "../../../../world/calls.ts";
import type { JobNews } from "../../../wire-telegram.ts";

export interface Job {
  readonly id: string;
  readonly url: string;
  readonly state: JobNews["state"];
  readonly attempts: number;
  readonly nextAt: number | undefined;
}

export interface Tally {
  readonly since: number;
  /** What was sent. */
  readonly what: string;
  /** Calls, by service. */
  readonly calls: Readonly<Record<string, number>>;
  /** Files that were given to Telegram, and how much of them flowed through the product. */
  readonly uploads: number;
  readonly uploadedBytes: number;
  /** Of QStash, by id, the oldest first. */
  readonly jobs: readonly Job[];
  /** When the first file came into a chat. */
  readonly filesAt: number | undefined;
  /** When the bot last said something else. */
  readonly wordsAt: number | undefined;
}

export const newTally = (what: string, since: number): Tally => ({
  since,
  what,
  calls: {},
  uploads: 0,
  uploadedBytes: 0,
  jobs: [],
  filesAt: undefined,
  wordsAt: undefined,
});

export function withCall(tally: Tally, call: Call): Tally {
  if (call.at < tally.since) return tally;
  const calls = { ...tally.calls, [call.service]: (tally.calls[call.service] ?? 0) + 1 };
  const bytes = uploadedBy(call);
  if (bytes === undefined) return { ...tally, calls };
  return { ...tally, calls, uploads: tally.uploads + 1, uploadedBytes: tally.uploadedBytes + bytes };
}

/** The bytes a call has brought to Telegram, 0 where Telegram fetched the file itself; undefined: it brought none. */
function uploadedBy({ service, path, body, status }: Call): number | undefined {
  if (service !== "telegram" || status !== 200 || !/\/send\w+$/.test(path)) return undefined;
  const media = ["video", "photo", "audio"].map((kind) => fieldOf(body, kind));
  const address = media.find((value) => typeof value === "string" && /^https?:/.test(value));
  if (address !== undefined) return 0;
  const sizes = media.map((file) => fieldOf(file, "bytes")).filter((size) => typeof size === "number");
  return sizes.length === 0 ? undefined : sizes.reduce((sum, size) => sum + size, 0);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

export function withJob(tally: Tally, { id, url, state, attempts, nextAt, at }: JobNews): Tally {
  const isOurs = at >= tally.since;
  const job = { id, url, state, attempts, nextAt };
  const place = tally.jobs.findIndex((known) => known.id === id);
  if (place >= 0) return { ...tally, jobs: tally.jobs.with(place, job) };
  return isOurs && state === "CREATED" ? { ...tally, jobs: [...tally.jobs, job] } : tally;
}

const over = new Set<Job["state"]>(["DELIVERED", "FAILED", "CANCELED"]);
export const isOver = ({ state }: Job) => over.has(state);

/** How the product has answered so far; `ms` is what it took, or has taken so far. */
export type Verdict =
  | { readonly is: "cached" | "fetched" | "told"; readonly ms: number }
  | { readonly is: "waiting"; readonly ms: number };

/** Words that may still be followed by others are no answer. */
const settled = 1_200;

export function verdictOf(tally: Tally, now: number): Verdict {
  const { since, filesAt, wordsAt, calls, uploads, jobs } = tally;
  if (filesAt !== undefined) {
    const isCached = uploads === 0 && (calls["origin"] ?? 0) === 0;
    return { is: isCached ? "cached" : "fetched", ms: filesAt - since };
  }
  const isQuiet = wordsAt !== undefined && now - wordsAt > settled && jobs.every(isOver);
  return isQuiet ? { is: "told", ms: wordsAt - since } : { is: "waiting", ms: Math.max(0, now - since) };
}
