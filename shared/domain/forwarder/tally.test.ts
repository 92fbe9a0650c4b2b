import { expect, test } from "vitest";
import { millis, seconds } from "#kernel/clock";
import { carried, duplicate, flood, lasted, together } from "./tally.ts";

const line = (increments: readonly { what: string; detail: string; count: number }[]) =>
  increments.map(({ what, detail, count }) => `${what} ${detail} ${count}`);

test.each([
  [0, "0.1"],
  [100, "0.1"],
  [101, "0.25"],
  [3_600_000, "3600"],
  [3_600_001, "+Inf"],
])("%i ms are of the class %s", (duration, bound) => {
  expect(line(lasted(1, "queued", millis(duration)))).toEqual([
    `queued ${bound} 1`,
    `queued-sum milliseconds ${duration}`,
  ]);
});

test("what counts the same grows once, and everybody counts in one order", () => {
  const [post, wait] = [carried(2, "copy"), flood(1, seconds(2.5))];
  expect(line(together([post, wait, post]))).toEqual(["flood seconds 3", "carried copy 2"]);
  expect(together([post, wait, post])).toEqual(together([wait, post, post]));
});

test("nothing is written for what does not grow", () => {
  expect(line(together(lasted(1, "sent", millis(0))))).toEqual(["sent 0.1 1"]);
});

test("a duplicate is counted by its kind of scope, not by its place", () => {
  expect(duplicate(1, "target:-1001").detail).toBe("target");
});
