import { expect, it } from "vitest";
import { letThrough } from "./let-through.ts";
import { logFilter } from "./log-filter.ts";
import type { LogLine } from "./log-line.ts";

const line: LogLine = {
  at: "2026-11-21T12:00:00.000Z",
  level: "warn",
  event: "effect.given-up",
  part: "channel 1001",
  facts: { traceId: "t-7", key: "keg:1", why: "Twitch says Нет", attempts: 5 },
};

it.each([
  [{}, true],
  [{ level: "debug" }, true],
  [{ level: "warn" }, true],
  [{ level: "error" }, false],
  [{ part: "channel" }, true],
  [{ part: "channel 1001" }, true],
  [{ part: "channel 100" }, false],
  [{ part: "chan" }, false],
  [{ text: "GIVEN" }, true],
  [{ text: "нет" }, true],
  [{ text: "attempts=5" }, true],
  [{ text: "1001" }, true],
  [{ text: "keg:2" }, false],
  [{ text: '"key"' }, false],
  [{ traceId: "t-7" }, true],
  [{ traceId: "t" }, false],
  [{ level: "warn", part: "channel", text: "keg", traceId: "t-7" }, true],
  [{ level: "warn", part: "channel", text: "keg", traceId: "t-8" }, false],
  [{ part: "", text: "  ", traceId: "" }, true],
])("whether whoever asks for %o sees the line: %s", (wanted, isSeen) => {
  expect(letThrough(logFilter.parse(wanted))(line)).toBe(isSeen);
});

it.each([
  [{ level: "loud" }],
  [{ text: "x".repeat(201) }],
  [{ part: 1 }],
  [{ color: "red" }],
  ["all"],
  [null],
])("%o is no filter", (wanted) => {
  expect(logFilter.safeParse(wanted).success).toBe(false);
});
