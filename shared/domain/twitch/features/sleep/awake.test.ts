import { describe, expect, it } from "vitest";
import { hours, instant } from "#kernel/clock";
import { awake, firstNot, isAwake, sleepOrder, wakeOrder } from "./awake.ts";
import { sleepSettings } from "./settings.ts";
import { initial, type Order } from "./state.ts";

const at = (utc: string) => instant(Date.parse(utc));

/** Hours of sleep such as "19:00-23:00 Europe/Moscow"; "never" has them switched off. */
function hoursOf(written: string) {
  const [window = "", timeZone = "Europe/Moscow"] = written.split(" ");
  if (window === "never") return sleepSettings.parse({ timeZone });
  const [from, to] = window.split("-");
  return sleepSettings.parse({ schedule: { enabled: true, from, to }, timeZone });
}

const evening = "19:00-23:00 Europe/Moscow";
const night = "22:00-06:00 Europe/Moscow";

/** An order as an admin gives it at that moment. */
function ordered(written: string, window: string): Order | undefined {
  const [what, when = ""] = written.split(" at ");
  if (what === "nothing") return undefined;
  return (what === "sleep" ? sleepOrder : wakeOrder)(hoursOf(window), at(when));
}

// Moscow is three hours ahead of UTC all year.
describe("whether it is awake", () => {
  it.each([
    ["nothing", "never", "2026-11-21T17:00:00Z", true],
    ["nothing", evening, "2026-11-21T15:59:59.999Z", true],
    ["nothing", evening, "2026-11-21T16:00:00Z", false],
    ["nothing", evening, "2026-11-21T19:59:59.999Z", false],
    ["nothing", evening, "2026-11-21T20:00:00Z", true],
    ["nothing", night, "2026-11-21T18:59:59.999Z", true],
    ["nothing", night, "2026-11-21T19:00:00Z", false],
    ["nothing", night, "2026-11-21T21:00:00Z", false],
    ["nothing", night, "2026-11-22T02:59:59.999Z", false],
    ["nothing", night, "2026-11-22T03:00:00Z", true],
    ["nothing", "00:00-23:59 Europe/Moscow", "2026-11-21T20:58:59Z", false],
    ["nothing", "00:00-23:59 Europe/Moscow", "2026-11-21T20:59:00Z", true],
    ["nothing", "12:00-00:00 Europe/Moscow", "2026-11-21T20:59:59Z", false],
    ["nothing", "12:00-00:00 Europe/Moscow", "2026-11-21T21:00:00Z", true],

    ["sleep at 2026-11-21T10:00:00Z", "never", "2026-11-21T10:00:00Z", false],
    ["sleep at 2026-11-21T10:00:00Z", "never", "2026-11-21T20:59:59.999Z", false],
    ["sleep at 2026-11-21T10:00:00Z", "never", "2026-11-21T21:00:00Z", true],
    ["sleep at 2026-11-21T21:00:00Z", "never", "2026-11-22T20:59:00Z", false],
    // It wins over the schedule, when the hours of sleep end too.
    ["sleep at 2026-11-21T10:00:00Z", evening, "2026-11-21T15:00:00Z", false],
    ["sleep at 2026-11-21T10:00:00Z", evening, "2026-11-21T20:30:00Z", false],
    ["sleep at 2026-11-21T17:00:00Z", evening, "2026-11-21T20:30:00Z", false],
    ["sleep at 2026-11-21T17:00:00Z", evening, "2026-11-21T21:00:00Z", true],
    // At midnight it is the schedule's turn.
    ["sleep at 2026-11-21T10:00:00Z", night, "2026-11-21T21:00:00Z", false],
    ["sleep at 2026-11-21T10:00:00Z", night, "2026-11-22T03:00:00Z", true],
    ["sleep at 2026-11-21T10:00:00Z", evening, "2026-11-22T16:00:00Z", false],

    ["wake at 2026-11-21T17:00:00Z", evening, "2026-11-21T17:00:00Z", true],
    ["wake at 2026-11-21T17:00:00Z", evening, "2026-11-21T19:59:59.999Z", true],
    ["wake at 2026-11-21T17:00:00Z", evening, "2026-11-21T20:00:00Z", true],
    ["wake at 2026-11-21T17:00:00Z", evening, "2026-11-22T16:00:00Z", false],
    ["wake at 2026-11-21T20:00:00Z", night, "2026-11-22T02:59:59.999Z", true],
    ["wake at 2026-11-21T20:00:00Z", night, "2026-11-22T19:00:00Z", false],
    // Outside the hours of sleep it keeps nobody awake.
    ["wake at 2026-11-21T15:59:00Z", evening, "2026-11-21T16:00:00Z", false],
    ["wake at 2026-11-21T15:59:00Z", "never", "2026-11-21T16:00:00Z", true],
  ])("ordered: %s, hours: %s, at %s: %s", (order, window, now, isIt) => {
    expect(isAwake(ordered(order, window), hoursOf(window), at(now))).toBe(isIt);
  });
});

describe("whether it is awake on the days when the clocks are changed", () => {
  it.each([
    // Berlin, 29 March: 02:00 becomes 03:00. A night of seven hours.
    ["nothing", "22:00-06:00 Europe/Berlin", "2026-03-28T21:00:00Z", false],
    ["nothing", "22:00-06:00 Europe/Berlin", "2026-03-29T03:59:59Z", false],
    ["nothing", "22:00-06:00 Europe/Berlin", "2026-03-29T04:00:00Z", true],
    // Begins in the hour that is left out, ends in it, or is left out altogether.
    ["nothing", "02:30-05:00 Europe/Berlin", "2026-03-29T00:59:59Z", true],
    ["nothing", "02:30-05:00 Europe/Berlin", "2026-03-29T01:00:00Z", false],
    ["nothing", "02:30-05:00 Europe/Berlin", "2026-03-29T03:00:00Z", true],
    ["nothing", "01:00-02:30 Europe/Berlin", "2026-03-29T00:59:59Z", false],
    ["nothing", "01:00-02:30 Europe/Berlin", "2026-03-29T01:00:00Z", true],
    ["nothing", "02:15-02:45 Europe/Berlin", "2026-03-29T01:00:00Z", true],
    ["nothing", "02:15-02:45 Europe/Berlin", "2026-03-30T00:30:00Z", false],
    // Berlin, 25 October: 03:00 becomes 02:00. Both edges are meant the first time.
    ["nothing", "22:00-06:00 Europe/Berlin", "2026-10-25T04:59:59Z", false],
    ["nothing", "22:00-06:00 Europe/Berlin", "2026-10-25T05:00:00Z", true],
    ["nothing", "02:30-04:00 Europe/Berlin", "2026-10-25T00:30:00Z", false],
    ["nothing", "02:30-04:00 Europe/Berlin", "2026-10-25T01:15:00Z", false],
    ["nothing", "02:30-04:00 Europe/Berlin", "2026-10-25T03:00:00Z", true],
    ["nothing", "01:00-02:30 Europe/Berlin", "2026-10-25T00:30:00Z", true],
    ["nothing", "01:00-02:30 Europe/Berlin", "2026-10-25T01:15:00Z", true],
    // New York, 8 March and 1 November: days of 23 and of 25 hours.
    ["sleep at 2026-03-08T05:00:00Z", "never America/New_York", "2026-03-09T03:59:59Z", false],
    ["sleep at 2026-03-08T05:00:00Z", "never America/New_York", "2026-03-09T04:00:00Z", true],
    ["sleep at 2026-11-01T04:00:00Z", "never America/New_York", "2026-11-02T04:59:59Z", false],
    ["sleep at 2026-11-01T04:00:00Z", "never America/New_York", "2026-11-02T05:00:00Z", true],
    ["nothing", "19:00-23:00 America/New_York", "2026-03-08T23:00:00Z", false],
    ["nothing", "19:00-23:00 America/New_York", "2026-11-01T23:59:59Z", true],
    ["nothing", "19:00-23:00 America/New_York", "2026-11-02T00:00:00Z", false],
    ["wake at 2026-11-01T04:30:00Z", "22:00-06:00 America/New_York", "2026-11-01T10:59:59Z", true],
    ["nothing", "22:00-06:00 America/New_York", "2026-11-01T10:59:59Z", false],
    ["nothing", "22:00-06:00 America/New_York", "2026-11-01T11:00:00Z", true],
    // Nearly a whole day, with an edge in the hour that is left out: no crack to peep out of.
    ["nothing", "02:30-02:10 Europe/Berlin", "2026-03-29T00:59:59Z", false],
    ["nothing", "02:30-02:10 Europe/Berlin", "2026-03-29T01:00:00Z", false],
  ])("ordered: %s, hours: %s, at %s: %s", (order, window, now, isIt) => {
    expect(isAwake(ordered(order, window), hoursOf(window), at(now))).toBe(isIt);
  });
});

it("changes twice a day all through a year, and only on the minute", () => {
  const berlin = hoursOf("22:00-06:00 Europe/Berlin");
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", timeStyle: "medium" });
  const changes: string[] = [];
  let [isIt, moment] = [true, at("2026-01-01T12:00:00Z")];
  for (;;) {
    const next = firstNot(isIt, undefined, berlin, moment);
    if (next === undefined || next > at("2027-01-01T12:00:00Z")) break;
    changes.push(clock.format(next));
    [isIt, moment] = [!isIt, next];
  }
  expect(changes).toHaveLength(2 * 365);
  expect(new Set(changes)).toEqual(new Set(["22:00:00", "06:00:00"]));
});

it("answers the same whichever moment was asked about before", () => {
  const asked = hoursOf(night);
  for (const hour of [0, 30, 7, 22, 9, 47, 3]) {
    const moment = instant(at("2026-11-20T00:00:00Z") + hours(hour));
    expect(isAwake(undefined, asked, moment)).toBe(isAwake(undefined, hoursOf(night), moment));
  }
});

it("is awake in a channel that never sent it to bed", () => {
  const settings = sleepSettings.parse({});
  expect(awake({ state: undefined, settings }, at("2026-11-21T17:00:00Z"))).toBe(true);
  const order = sleepOrder(settings, at("2026-11-21T17:00:00Z"));
  expect(awake({ state: { ...initial, order }, settings }, at("2026-11-21T17:00:00Z"))).toBe(false);
  expect(awake({ state: { ...initial, order }, settings }, at("2026-11-21T21:00:00Z"))).toBe(true);
});
