import { expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { emptyTally, freeLeft, oneMore, tallyAt } from "./tally.ts";

const at = (iso: string) => instant(Date.parse(iso));

it("counts the very first video", () => {
  expect(oneMore(emptyTally, at("2026-11-21T12:00:00Z"))).toMatchObject({ total: 1, today: 1, thisMonth: 1 });
});

it("begins a new day and a new month at midnight UTC", () => {
  const evening = oneMore(emptyTally, at("2026-11-30T23:59:59Z"));
  expect(oneMore(evening, at("2026-12-01T00:00:00Z"))).toMatchObject({ total: 2, today: 1, thisMonth: 1 });
  expect(tallyAt(evening, at("2026-12-01T00:00:00Z"))).toMatchObject({ total: 1, today: 0, thisMonth: 0 });
  const morning = oneMore(oneMore(emptyTally, at("2026-11-20T23:00:00Z")), at("2026-11-21T01:00:00Z"));
  expect(morning).toMatchObject({ total: 2, today: 1, thisMonth: 2 });
});

it("takes what is under way from the free ones, and gives it back when it fails", () => {
  const now = at("2026-11-21T12:00:00Z");
  const three = [1, 2, 3].reduce((tally) => oneMore(tally, now), emptyTally);
  expect(freeLeft(three, 2, 10, now)).toBe(5);
  expect(freeLeft(three, 1, 10, now)).toBe(6);
  expect(freeLeft(three, 9, 10, now)).toBe(0);
});
