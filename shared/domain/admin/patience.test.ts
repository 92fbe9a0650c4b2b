import { describe, expect, it } from "vitest";
import { after, hours, instant, minutes } from "#kernel/clock";
import { none, oneMore, recent, triesLeft, welcomeAt } from "./patience.ts";

const noon = instant(Date.UTC(2026, 10, 21, 12));
const failed = (times: number) =>
  Array.from({ length: times }).reduce<typeof none>((so) => oneMore(so, noon), none);
const waits = (times: number) => welcomeAt(failed(times)) - noon;

describe("whoever fails", () => {
  it("may try again at once, four times", () => {
    expect([1, 2, 3, 4].map(waits)).toEqual([0, 0, 0, 0]);
  });
  it("then waits a minute, and twice as long each time, up to fifteen", () => {
    expect([5, 6, 7, 8, 9, 10, 50].map((times) => waits(times) / 60_000)).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });
  it("is told how many tries are left", () => {
    expect([0, 1, 4, 5, 9].map((times) => triesLeft(failed(times)))).toEqual([5, 4, 1, 0, 0]);
  });
  it("is forgiven an hour later", () => {
    expect(recent(failed(9), after(noon, hours(1)))).toEqual(none);
    expect(recent(failed(9), after(noon, minutes(59))).count).toBe(9);
  });
});
