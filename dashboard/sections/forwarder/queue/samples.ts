/** How the queue was at a moment. */
export interface Sample {
  readonly at: number;
  readonly waiting: number;
  readonly sending: number;
  readonly dead: number;
}

const longest = 10 * 60_000;

/** Those of the last minutes with one more; the same moment counts once. */
export function withSample(before: readonly Sample[], now: Sample): readonly Sample[] {
  if (before.at(-1)?.at === now.at) return before;
  return [...before.filter(({ at }) => now.at - at <= longest), now];
}
