import { expect, it } from "vitest";
import { median, percentile } from "./statistics.ts";

it.each([
  [[1], 0.99, 1],
  [[1, 2, 3, 4], 0.5, 2],
  [Array.from({ length: 100 }, (_, n) => n + 1), 0.99, 99],
  [Array.from({ length: 100 }, (_, n) => n + 1), 1, 100],
])("finds the value that a share of all do not exceed", (sorted, share, expected) => {
  expect(percentile(sorted, share)).toBe(expected);
});

it("takes a round that really was for the median", () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([40, 10, 20, 30])).toBe(20);
});
