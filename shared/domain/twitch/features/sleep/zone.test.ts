import { expect, it } from "vitest";
import { instant } from "#kernel/clock";
import { isTimeZone, momentOf, nextMidnight, type Wall, wallAt } from "./zone.ts";

const at = (utc: string) => instant(Date.parse(utc));
const shows = (clock: string) => Date.parse(`${clock}Z`) as Wall;
const written = (moment: number) => new Date(moment).toISOString().slice(0, -1);

it.each([
  ["Europe/Moscow", "2026-11-21T16:00:00.000Z", "2026-11-21T19:00:00.000"],
  ["Europe/Berlin", "2026-07-01T22:30:00.000Z", "2026-07-02T00:30:00.000"],
  ["America/New_York", "2026-01-01T04:59:59.999Z", "2025-12-31T23:59:59.999"],
  ["Asia/Kathmandu", "2026-01-01T18:15:00.000Z", "2026-01-02T00:00:00.000"],
  ["UTC", "1969-12-31T23:59:59.250Z", "1969-12-31T23:59:59.250"],
])("in %s the clock shows at %s: %s", (zone, utc, clock) => {
  expect(written(wallAt(at(utc), zone))).toBe(clock);
  expect(momentOf(shows(clock), zone)).toBe(at(utc));
});

it.each([
  ["Europe/Berlin", "2026-03-29T01:59:00", "2026-03-29T00:59:00Z", "the last minute of winter"],
  ["Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z", "left out: the clocks go to 03:00"],
  ["Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z", "left out: the clocks go to 03:00"],
  ["Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z", "the first minute of summer"],
  ["Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "twice: the first time"],
  ["Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z", "after both"],
  ["America/New_York", "2026-03-08T02:15:00", "2026-03-08T07:00:00Z", "left out: the clocks go to 03:00"],
  ["America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z", "twice: the first time"],
  ["America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z", "after both"],
  ["Australia/Lord_Howe", "2026-10-04T02:10:00", "2026-10-03T15:30:00Z", "left out: half an hour"],
  ["Africa/Cairo", "2026-04-24T00:00:00", "2026-04-23T22:00:00Z", "left out: midnight itself"],
])("in %s the clock shows %s at %s (%s)", (zone, clock, utc, _why) => {
  expect(written(momentOf(shows(clock), zone))).toBe(written(at(utc)));
});

it.each([
  ["Europe/Moscow", "2026-11-21T20:59:59.999Z", "2026-11-21T21:00:00Z"],
  ["Europe/Moscow", "2026-11-21T21:00:00Z", "2026-11-22T21:00:00Z"],
  ["Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"],
  ["Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
  ["America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"],
  ["America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
  ["Africa/Cairo", "2026-04-23T12:00:00Z", "2026-04-23T22:00:00Z"],
  ["America/Santiago", "2026-04-05T02:30:00Z", "2026-04-05T04:00:00Z"],
])("in %s the day of %s is over at %s", (zone, now, midnight) => {
  expect(written(nextMidnight(at(now), zone))).toBe(written(at(midnight)));
});

it("knows the zones of the world, and no others", () => {
  expect(["Europe/Moscow", "America/New_York", "UTC"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["", "Europe/Chat", "MSK+3"].map(isTimeZone)).toEqual([false, false, false]);
});
