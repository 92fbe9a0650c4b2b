import { type Text, text } from "#kernel/text";

/** Wins from which on a rank is worn. */
export const thresholds = [
  0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200, 250, 300, 350, 400, 450, 500,
] as const;

/** The threshold of the rank somebody with so many wins wears: it names the rank. */
export const rankOf = (wins: number): number => thresholds.findLast((threshold) => threshold <= wins) ?? 0;

/** The threshold of the next rank; undefined: there is none above. */
export const nextRank = (wins: number): number | undefined =>
  thresholds.find((threshold) => threshold > wins);

/** What a rank is called. */
export const rankName = (rank: number): Text => text(`ranks-name-${rank}`);
