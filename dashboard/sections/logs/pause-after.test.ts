import { expect, it } from "vitest";
import { pauseAfter } from "./pause-after.ts";

it("waits longer after each failure, but never longer than half a minute", () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => pauseAfter(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(pauseAfter(0, 0)).toBe(500);
});
