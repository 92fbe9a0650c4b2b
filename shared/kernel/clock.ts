/** A moment: milliseconds since the Unix epoch. Branded, so a length of time cannot stand in for it. */
export type Instant = number & { readonly brand: "instant" };

/** A length of time in milliseconds. */
export type Millis = number & { readonly brand: "millis" };

export type Clock = () => Instant;

export const instant = (epochMillis: number) => epochMillis as Instant;
export const millis = (count: number) => count as Millis;
export const seconds = (count: number) => millis(count * 1_000);
export const minutes = (count: number) => seconds(count * 60);
export const hours = (count: number) => minutes(count * 60);
export const after = (moment: Instant, wait: Millis) => instant(moment + wait);
export const between = (earlier: Instant, later: Instant) => millis(later - earlier);

/** The earliest of some moments; undefined when there is none. */
export function earliest(moments: Iterable<Instant | undefined>): Instant | undefined {
  let first: Instant | undefined;
  for (const moment of moments)
    if (moment !== undefined && (first === undefined || moment < first)) first = moment;
  return first;
}

export const latest = (...moments: readonly [Instant, ...Instant[]]) => instant(Math.max(...moments));

/** ISO 8601, as Postgres and JSON have it. */
export const iso = (moment: Instant) => new Date(moment).toISOString();
