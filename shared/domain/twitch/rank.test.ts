import { expect, it } from "vitest";
import { nextRank, rankName, rankOf, thresholds } from "./rank.ts";

it("has twenty ranks", () => {
  expect(thresholds).toEqual([
    0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200, 250, 300, 350, 400, 450, 500,
  ]);
});

it.each(thresholds)("gives the rank of %i wins exactly then, and no win earlier", (threshold) => {
  expect(rankOf(threshold)).toBe(threshold);
  expect(rankOf(threshold + 1)).toBe(threshold);
  expect(threshold === 0 || rankOf(threshold - 1) < threshold).toBe(true);
});

it.each([
  [0, 0, 10],
  [9, 0, 10],
  [10, 10, 20],
  [99, 90, 100],
  [119, 100, 120],
  [499, 450, 500],
  [500, 500, undefined],
  [10_000, 500, undefined],
])("with %i wins somebody wears the rank of %i, and strives for %j", (wins, rank, next) => {
  expect(rankOf(wins)).toBe(rank);
  expect(nextRank(wins)).toBe(next);
});

it("names a rank after its threshold", () => {
  expect(rankName(rankOf(155))).toEqual({ key: "ranks-name-150" });
});
