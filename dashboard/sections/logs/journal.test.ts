import { expect, it } from "vitest";
import type { LogLine } from "#domain/admin/log/log-line";
import { added, begunAnew, cleared, type Journal, mostRows, narrowed, nothingYet } from "./journal.ts";

const line = (nth: number): LogLine => ({
  at: new Date(nth * 1_000).toISOString(),
  level: "info",
  event: `event.${nth}`,
  part: "house",
  facts: {},
});
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => line(from + nth));
const shown = ({ rows }: Journal) => rows.map((row) => ("line" in row ? row.line.event : row.lost));

it("goes on where it was when the room's latest touch what is here", () => {
  const before = added(nothingYet, lines(0, 5));
  expect(shown(begunAnew(before, lines(3, 7)))).toEqual(lines(0, 7).map(({ event }) => event));
});

it("says that lines may be missing when they do not", () => {
  const before = added(nothingYet, lines(0, 2));
  expect(shown(begunAnew(before, lines(5, 6)))).toEqual(["event.0", "event.1", "unknown", "event.5"]);
});

it("says how many got lost on their way", () => {
  expect(shown(added(nothingYet, [line(1)], 7))).toEqual([7, "event.1"]);
});

it("does not show again what was cleared", () => {
  const emptied = cleared(added(nothingYet, lines(0, 5)));
  expect(shown(begunAnew(emptied, lines(2, 6)))).toEqual(["event.5"]);
});

it("keeps what is wanted still", () => {
  const some = narrowed(added(nothingYet, lines(0, 5)), ({ event }) => event === "event.3");
  expect(shown(some)).toEqual(["event.3"]);
});

it("keeps the latest twenty thousand, and never names two rows alike", () => {
  let journal = nothingYet;
  for (let nth = 0; nth < 25; nth++) journal = added(journal, lines(nth * 1_000, (nth + 1) * 1_000));
  expect(journal.rows.length).toBeLessThanOrEqual(mostRows + 1_000);
  expect(shown(journal).at(-1)).toBe("event.24999");
  expect(new Set(journal.rows.map(({ id }) => id)).size).toBe(journal.rows.length);
});
