import { expect, it } from "vitest";
import { instant, type Instant } from "#kernel/clock";
import { AlarmClock, type Wish } from "./alarm-clock.ts";

function scene(...wishes: readonly Wish[]) {
  const set: number[] = [];
  let now = 1_000_000;
  const storage = { setAlarm: async (at: number) => void set.push(at) } as unknown as DurableObjectStorage;
  const alarms = new AlarmClock(storage, () => instant(now), wishes);
  const passUntil = (moment: number) => {
    now = moment;
  };
  return { set, alarms, passUntil };
}

const wishOf = (moment: { at: number | undefined }): Wish => {
  return () => moment.at as Instant | undefined;
};

it("stands at the earliest wish, and nowhere when nobody has one", () => {
  const late = { at: 1_060_000 as number | undefined };
  const soon = { at: undefined as number | undefined };
  const { set, alarms } = scene(wishOf(late), wishOf(soon));
  alarms.rearm();
  soon.at = 1_010_000;
  alarms.rearm();
  expect(set).toEqual([1_060_000, 1_010_000]);

  late.at = undefined;
  soon.at = undefined;
  alarms.rearm();
  expect(set).toHaveLength(2);
});

it("is left where it is when that is a moment early, and costs nothing", () => {
  const wish = { at: 1_010_000 };
  const { set, alarms } = scene(wishOf(wish));
  alarms.rearm();
  wish.at = 1_011_500;
  alarms.rearm();
  expect(set).toEqual([1_010_000]);
  wish.at = 1_013_000;
  alarms.rearm();
  expect(set).toEqual([1_010_000, 1_013_000]);
});

it("is set to whole milliseconds and never too early", () => {
  const { set, alarms } = scene(wishOf({ at: 1_000_033.333 }));
  alarms.rearm();
  alarms.rearm();
  expect(set).toEqual([1_000_034]);
});

it("is not set to the moment it is ringing for: the platform would not ring again", () => {
  const wish = { at: 1_000_500 };
  const { set, alarms, passUntil } = scene(wishOf(wish));
  alarms.rearm();
  // Early, so that whoever is woken finds nothing to do yet.
  passUntil(1_000_499);
  alarms.rang(instant(1_000_500));
  alarms.rearm();
  expect(set).toEqual([1_000_500, 1_000_501]);
});
