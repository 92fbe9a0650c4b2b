import { expect, it } from "vitest";
import { millis, minutes } from "#kernel/clock";
import { TooSlow, within } from "./within.ts";

it("hands on what came in time, and what went wrong in time", async () => {
  expect(await within(minutes(1), Promise.resolve(1))).toBe(1);
  await expect(within(minutes(1), Promise.reject(new Error("no")))).rejects.toThrow("no");
});

it("waits for nobody for ever", async () => {
  await expect(within(millis(1), new Promise(() => {}))).rejects.toThrow(TooSlow);
});
