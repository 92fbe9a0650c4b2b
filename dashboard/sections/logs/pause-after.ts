const first = 1_000;
const longest = 30_000;

/** How long to wait after so many failures in a row: each time twice as long, up to half a minute, never all at once. */
export const pauseAfter = (failures: number, random: number): number =>
  Math.min(longest, first * 2 ** failures) * (0.5 + random / 2);
