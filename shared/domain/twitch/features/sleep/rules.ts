import { between, type Instant, minutes } from "#kernel/clock";
import { type Effect, say } from "#domain/twitch/effect";
import { durationText } from "#domain/twitch/duration/duration";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { firstNot, inForce, isAwake, sleepOrder, wakeOrder } from "./awake.ts";
import type { SleepSettings } from "./settings.ts";
import type { Order, Sleep } from "./state.ts";

/**
 * The bot's sleep: an admin sends it to bed and gets it up, and it may keep hours of its own.
 * `awake.ts` has the rule; here is what is said when, and what is remembered.
 */
export type SleepMove = { readonly move: "sleep" | "wake" | "look-at-the-clock" };

type Table = TableOf<SleepSettings>;

export function play(state: Sleep, { move }: SleepMove, table: Table): Outcome<Sleep> {
  switch (move) {
    case "sleep":
      return sleep(state, table);
    case "wake":
      return wake(state, table);
    case "look-at-the-clock":
      return lookAtTheClock(state, table);
  }
}

/** Whoever sleeps by order does not answer when he is told to sleep. */
function sleep(state: Sleep, table: Table): Outcome<Sleep> {
  const { now, settings } = table;
  if (inForce(state.order, now) && state.order.is === "asleep") return outcome(state);
  const order = sleepOrder(settings, now);
  return settled(state, order, table, say(now, "sleep-ordered", { time: restOfSleep(order, table) }));
}

function wake(state: Sleep, table: Table): Outcome<Sleep> {
  const { now, settings } = table;
  if (isAwake(state.order, settings, now)) return outcome(state, say(now, "sleep-not-asleep"));
  const order = wakeOrder(settings, now);
  return settled(state, order, table, say(now, order ? "sleep-cut-short" : "sleep-over"));
}

/** After an outage only what is true now is told. */
function lookAtTheClock(state: Sleep, table: Table): Outcome<Sleep> {
  const { now, settings } = table;
  const at = wakesAt(state, settings);
  // An alarm may ring early or twice; only the state decides.
  if (at === undefined || now < at) return outcome(state);
  const awake = isAwake(state.order, settings, now);
  const told = awake === state.awake || !settings.notices;
  return settled(state, state.order, table, ...(told ? [] : [notice(awake, state.order, table)]));
}

const notice = (awake: boolean, order: Order | undefined, table: Table): Effect =>
  awake
    ? say(table.now, "sleep-good-morning")
    : say(table.now, "sleep-good-night", { time: restOfSleep(order, table) });

/** In whole minutes, for nobody sleeps to the second. */
function restOfSleep(order: Order | undefined, { now, settings }: Table) {
  const wakes = firstNot(false, order, settings, now) ?? now;
  return durationText(minutes(Math.ceil(between(now, wakes) / minutes(1))));
}

function settled(
  before: Sleep,
  order: Order | undefined,
  { now, settings }: Table,
  ...words: Effect[]
): Outcome<Sleep> {
  const awake = isAwake(order, settings, now);
  const tending: Effect[] = awake === before.awake ? [] : [{ do: "tend-rewards" }];
  return outcome({ ...(inForce(order, now) ? { order } : {}), awake, lookedAt: now }, ...words, ...tending);
}

/** The first moment, since somebody last looked, at which the bot is not as the chat was told. */
export const wakesAt = (state: Sleep, settings: SleepSettings): Instant | undefined =>
  firstNot(state.awake, state.order, settings, state.lookedAt);
