import { expect, it } from "vitest";
import { parseDuration } from "./duration.ts";

it.each([
  ["10", 10_000],
  ["10s", 10_000],
  ["5m", 300_000],
  ["1h30m", 5_400_000],
  ["7d", 604_800_000],
  ["", undefined],
  ["s", undefined],
  ["-1s", undefined],
  ["1.5h", undefined],
  ["1y", undefined],
])("reads %o", (text, duration) => {
  expect(parseDuration(text)).toBe(duration);
});
