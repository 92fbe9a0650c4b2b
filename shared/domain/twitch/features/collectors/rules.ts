import { after, type Instant, seconds } from "#kernel/clock";
import { pick } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import { type Answer, type Effect, say, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { isExempt, targets } from "#domain/twitch/roster";
import { announcement, reason } from "./announcements.ts";
import type { CollectorSet, CollectorsSettings } from "./settings.ts";
import {
  type Collector,
  type Collectors,
  type Drawing,
  type Gathering,
  isForgotten,
  replaced,
  resting,
  tidied,
} from "./state.ts";

/**
 * Collectors: when enough different people have said a word of the same set, one of them is caught and sits out.
 * Everybody who was counted has the same chance. Whoever cannot be timed out is passed over for another of them.
 */
export type CollectorsMove =
  | { readonly move: "speak"; readonly by: Chatter; readonly sets: readonly string[] }
  | { readonly move: "hear"; readonly answer: Answer };

type Table = TableOf<CollectorsSettings>;

export function play(collectors: Collectors, move: CollectorsMove, table: Table): Outcome<Collectors> {
  switch (move.move) {
    case "speak":
      return speak(collectors, move.by, move.sets, table);
    case "hear":
      return hear(collectors, move.answer, table);
  }
}

/** What a word changes in one set. */
interface Change {
  readonly collector: Collector;
  /** Somebody new was counted. */
  readonly counted: boolean;
  readonly effects: readonly Effect[];
}

function speak(before: Collectors, by: Chatter, names: readonly string[], table: Table): Outcome<Collectors> {
  const { now, roster, settings } = table;
  if (isExempt(roster, by) || resting(before, by, now)) return outcome(before);

  const changes = settings.sets
    .filter(({ name }) => names.includes(name))
    .flatMap((set) => counted(collectorOf(before, set), by, set, table) ?? []);
  if (changes.length === 0) return outcome(before);
  const collectors = changes.reduce((all, { collector }) => replaced(all, collector), before.collectors);
  // Whoever was counted before does not rest any longer for saying it again.
  const readyAt = changes.some((change) => change.counted)
    ? { ...before.readyAt, [by.id]: after(now, seconds(settings.userCooldownSeconds)) }
    : before.readyAt;
  return outcome(
    tidied({ collectors, readyAt }, settings, now),
    ...changes.flatMap(({ effects }) => effects),
  );
}

const collectorOf = ({ collectors }: Collectors, { name }: CollectorSet) =>
  collectors.find(({ set }) => set === name);

/** Counts somebody, and catches one of those counted when they are enough; undefined: nothing changes. */
function counted(
  collector: Collector | undefined,
  by: Chatter,
  set: CollectorSet,
  table: Table,
): Change | undefined {
  // Somebody is being caught already.
  if (collector?.phase === "drawing") return undefined;
  const { now, roster } = table;
  const known = collector && !isForgotten(collector, set, now) ? collector : empty(set, now);
  const isNew = !known.people.some(({ id }) => id === by.id);
  const people = targets(isNew ? [...known.people, by] : known.people, roster);
  const lastAt = isNew ? now : known.lastAt;

  const [first, ...rest] = people;
  if (first && people.length >= set.peopleNeeded)
    return { ...caught([first, ...rest], lastAt, set, table), counted: isNew };
  if (!isNew) return undefined;
  return { collector: { phase: "gathering", set: set.name, people, lastAt }, counted: true, effects: [] };
}

const empty = ({ name }: CollectorSet, now: Instant): Gathering => ({
  phase: "gathering",
  set: name,
  people: [],
  lastAt: now,
});

function caught(
  people: readonly [Chatter, ...Chatter[]],
  lastAt: Instant,
  set: CollectorSet,
  { now, random }: Table,
): Omit<Change, "counted"> {
  const drawn = pick(random, people);
  const others = people.filter((one) => one !== drawn);
  return {
    collector: { phase: "drawing", set: set.name, drawn, others, lastAt },
    effects: [timeOut(now, drawn, seconds(set.timeoutSeconds), reason(set))],
  };
}

function hear(before: Collectors, answer: Answer, table: Table): Outcome<Collectors> {
  if (answer.to !== "time-out") return outcome(before);
  const drawing = before.collectors.find((one) => isAbout(one, answer));
  if (drawing?.phase !== "drawing") return outcome(before);
  const without = before.collectors.filter((one) => one !== drawing);
  const { collector, effects } = ended(drawing, answer, table);
  const collectors = collector ? [...without, collector] : without;
  return outcome(tidied({ ...before, collectors }, table.settings, table.now), ...effects);
}

const isAbout = (collector: Collector, { chatter }: Answer & { to: "time-out" }) =>
  collector.phase === "drawing" && collector.drawn.id === chatter.id;

interface Ended {
  /** undefined: it begins anew. */
  readonly collector: Collector | undefined;
  readonly effects: readonly Effect[];
}

function ended(drawing: Drawing, { chatter, landed }: Answer & { to: "time-out" }, table: Table): Ended {
  const { drawn, others, lastAt } = drawing;
  const set = table.settings.sets.find(({ name }) => name === drawing.set);
  // The channel has given up the set meanwhile.
  if (!set) return over();
  switch (landed) {
    case "landed":
      return over(announced(set, chatter, table.now));
    case "refused":
    case "already": {
      const [next, ...rest] = targets(others, table.roster);
      return next ? caught([next, ...rest], lastAt, set, table) : over();
    }
    case "failed":
      // The next word tries again.
      return {
        collector: { phase: "gathering", set: set.name, people: [...others, drawn], lastAt },
        effects: [],
      };
  }
}

function announced(set: CollectorSet, chatter: Chatter, now: Instant): Effect {
  const { key, args } = announcement(set, chatter);
  return say(now, key, args);
}

const over = (...effects: readonly Effect[]): Ended => ({ collector: undefined, effects });
