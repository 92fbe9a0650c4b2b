/** The value that `share` of all values do not exceed; `sorted` ascends. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const place = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.max(0, place)] ?? Number.NaN;
}

/** The middle one; of an even number the lower of the two, so that it is a round that really was. */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
