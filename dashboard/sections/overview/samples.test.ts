import { expect, it } from "vitest";
import { sampled } from "./samples.ts";

const told = (second: number, waiting: number) => ({
  at: new Date(second * 1_000).toISOString(),
  forwarder: { waiting, sending: 1, dead: 7, oldestSeconds: 0 },
  downloads: { waiting, underWay: 2 },
});

it("remembers what waited at each look, and the same look once", () => {
  const seen = [told(1, 0), told(13, 4), told(13, 4)].reduce(sampled, []);
  expect(seen).toEqual([
    { at: 1_000, forwarder: 1, downloads: 2, chat: null },
    { at: 13_000, forwarder: 5, downloads: 6, chat: null },
  ]);
});

it("forgets what is older than a quarter of an hour", () => {
  const seen = Array.from({ length: 200 }, (_, nth) => told(nth * 12, nth)).reduce(sampled, []);
  expect(seen).toHaveLength(75);
  expect(seen.at(-1)?.forwarder).toBe(200);
});
