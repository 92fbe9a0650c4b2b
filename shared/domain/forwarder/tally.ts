import { type Millis, seconds } from "#kernel/clock";
import type { Mode } from "./mapping-settings.ts";
import type { TroubleKind } from "./trouble.ts";

/**
 * What is counted for good, each by mapping (0: of none), with what its `detail` says:
 *
 * | what | counts | detail |
 * |---|---|---|
 * | `carried` | posts that went out | the mode they went out in |
 * | `failed` | posts given up as dead letters | the mode they were to go out in |
 * | `discarded` | posts a filter turned away | the filter |
 * | `duplicate` | posts that had been carried before | the scope, without its id: `mapping`, `target`, `everywhere` |
 * | `error` | attempts that failed, a 429 among them | the kind of trouble |
 * | `flood` | seconds that Telegram asked to wait | `seconds` |
 * | `album` | albums | of how many messages |
 * | `queued` | posts that went out, by how long they had waited | the least bound that holds them, in seconds |
 * | `sent` | the same, by how long the sending took | the same |
 * | `queued-sum`, `sent-sum` | how long that was together, in milliseconds | `milliseconds` |
 */
export const tallyWords = [
  "carried",
  "failed",
  "discarded",
  "duplicate",
  "error",
  "flood",
  "album",
  "queued",
  "queued-sum",
  "sent",
  "sent-sum",
] as const;
export type TallyWord = (typeof tallyWords)[number];

/** By so much a counter grows. */
export interface Increment {
  readonly mappingId: number;
  readonly what: TallyWord;
  readonly detail: string;
  readonly count: number;
}

export const carried = (mappingId: number, mode: Mode): Increment => one(mappingId, "carried", mode);
export const failed = (mappingId: number, mode: Mode): Increment => one(mappingId, "failed", mode);
export const discarded = (mappingId: number, filter: string): Increment =>
  one(mappingId, "discarded", filter);
/** `scope` as prints have it: `target:-1001`. */
export const duplicate = (mappingId: number, scope: string): Increment =>
  one(mappingId, "duplicate", scope.split(":", 1)[0] ?? scope);
export const erred = (mappingId: number, kind: TroubleKind): Increment => one(mappingId, "error", kind);
export const album = (mappingId: number, messages: number): Increment =>
  one(mappingId, "album", String(messages));

/** A wait that Telegram asked for. */
export const flood = (mappingId: number, wait: Millis): Increment => ({
  ...one(mappingId, "flood", "seconds"),
  count: Math.ceil(wait / 1_000),
});

const one = (mappingId: number, what: TallyWord, detail: string): Increment => ({
  mappingId,
  what,
  detail,
  count: 1,
});

/** Bounds of the classes of durations, in seconds; what is longer is of the class `+Inf`. */
export const durationBounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600] as const;
export const noBound = "+Inf";

/** What a duration adds: one to its class, and itself to the sum. */
export function lasted(mappingId: number, what: "queued" | "sent", duration: Millis): readonly Increment[] {
  const bound = durationBounds.find((each) => duration <= seconds(each));
  return [
    one(mappingId, what, bound === undefined ? noBound : String(bound)),
    { mappingId, what: `${what}-sum`, detail: "milliseconds", count: Math.round(duration) },
  ];
}

/**
 * Each counter once, and in one order for everybody: a statement may not touch a row twice,
 * and two that take the same rows the other way round wait for each other.
 */
export function together(increments: readonly Increment[]): readonly Increment[] {
  const sums = new Map<string, Increment>();
  for (const each of increments) {
    const key = `${each.mappingId} ${each.what} ${each.detail}`;
    sums.set(key, { ...each, count: each.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, increment]) => increment)
    .filter(({ count }) => count > 0);
}
