import type { Instant } from "#kernel/clock";
import type { Saved } from "#domain/twitch/features/feature";
import { type Hours, stretchAt } from "./schedule.ts";
import type { SleepSettings } from "./settings.ts";
import { initial, type Order, type Sleep } from "./state.ts";
import { nextMidnight } from "./zone.ts";

/**
 * Whether the bot is awake. An order in force decides, whatever the schedule says; else the schedule does.
 *
 * | order                | lasts until                | meanwhile |
 * |----------------------|----------------------------|-----------|
 * | sleep                | the channel's midnight     | asleep, also when the hours of sleep end |
 * | wake, in such hours  | the end of these hours     | awake     |
 * | wake, at other times | it is over at once         | it only takes back an order to sleep |
 */
export const isAwake = (order: Order | undefined, hours: Hours, now: Instant): boolean =>
  inForce(order, now) ? order.is === "awake" : !stretchAt(hours, now).asleep;

export const inForce = (order: Order | undefined, now: Instant): order is Order =>
  order !== undefined && now < order.until;

export const sleepOrder = ({ timeZone }: Hours, now: Instant): Order => ({
  is: "asleep",
  until: nextMidnight(now, timeZone),
});

export function wakeOrder(hours: Hours, now: Instant): Order | undefined {
  const { asleep, until } = stretchAt(hours, now);
  return asleep ? { is: "awake", until } : undefined;
}

/** More than there can be: a night that the clocks cut into pieces, after an order. */
const mostTurns = 10;

/** The first moment, from the given one on, at which the bot is not as it `was`; undefined: none in sight. */
export function firstNot(
  was: boolean,
  order: Order | undefined,
  hours: Hours,
  from: Instant,
): Instant | undefined {
  let moment = from;
  for (let turn = 0; turn < mostTurns && moment < Infinity; turn++) {
    if (isAwake(order, hours, moment) !== was) return moment;
    moment = inForce(order, moment) ? order.until : stretchAt(hours, moment).until;
  }
  return undefined;
}

/** Whether commands, redemptions and triggers are heard; for the room, which asks before each of them. */
export function awake({ state, settings }: Saved, now: Instant): boolean {
  // The casts: this feature wrote the state, and its schema made the settings.
  const { order } = (state ?? initial) as Sleep;
  return isAwake(order, settings as SleepSettings, now);
}
