import { describe, expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { dueAt, quietUntil } from "./due.ts";
import { mappingSettings } from "./mapping-settings.ts";

const at = (iso: string) => instant(Date.parse(iso));
const night = mappingSettings.parse({
  quietHours: { from: "23:00", to: "08:00" },
  timeZone: "Europe/Moscow",
});

describe("a mapping with quiet hours from 23:00 to 08:00 in Moscow", () => {
  it.each([
    ["2026-11-21T19:59:59Z", undefined],
    ["2026-11-21T20:00:00Z", "2026-11-22T05:00:00Z"],
    ["2026-11-21T23:30:30Z", "2026-11-22T05:00:00Z"],
    ["2026-11-22T04:59:59Z", "2026-11-22T05:00:00Z"],
    ["2026-11-22T05:00:00Z", undefined],
  ])("at %s is quiet until %s", (moment, end) => {
    expect(quietUntil(night, at(moment))).toBe(end && at(end));
  });

  it("keeps a post until the morning when its delay ends in the night", () => {
    const delayed = { ...night, delaySeconds: 3_600 };
    expect(dueAt(delayed, at("2026-11-21T19:30:00Z"))).toBe(at("2026-11-22T05:00:00Z"));
  });
});

it("lets a post go at once where nothing holds it", () => {
  const moment = at("2026-11-21T20:00:00.123Z");
  expect(dueAt(mappingSettings.parse({}), moment)).toBe(moment);
});
