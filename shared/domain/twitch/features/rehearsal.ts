/** What tests of rules play with: a moment, people, and a channel in which nobody is anything special. */
import { instant } from "#kernel/clock";
import type { ChannelId, ChatterId } from "#kernel/ids";
import { seeded } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import type { Effect } from "#domain/twitch/effect";
import { noScore, type Players, type Score } from "#domain/twitch/players";
import type { Roster } from "#domain/twitch/roster";
import type { Scene } from "./feature.ts";

export const noon = instant(Date.UTC(2026, 10, 21, 12));

/** Somebody whose id, login and name are the same word. */
export const person = (name: string): Chatter => ({ id: name as ChatterId, login: name, name });

export const people = (...names: readonly string[]): Chatter[] => names.map(person);

export const roster = (changes: Partial<Roster> = {}): Roster => ({
  broadcaster: "streamer" as ChannelId,
  bot: "taproom",
  moderators: new Set(),
  admins: new Set(),
  privileged: new Set(),
  ...changes,
});

/** Players by their names; the order of the object is the order of `top`. */
export const players = (scores: Readonly<Record<string, Partial<Score>>> = {}): Players => ({
  scoreOf: (id) => ({ ...noScore, ...scores[id] }),
  top: (count) =>
    Object.entries(scores)
      .slice(0, count)
      .map(([name, score]) => ({ chatter: person(name), score: { ...noScore, ...score } })),
});

export const scene = (changes: Partial<Scene> = {}): Scene => ({
  now: noon,
  random: seeded(1),
  players: players(),
  roster: roster(),
  ...changes,
});

/** The keys of what is said, in order. */
export const said = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.do === "say" ? [effect.text.key] : []));

/** The effects of one kind. */
export const only = <Kind extends Effect["do"]>(
  kind: Kind,
  effects: readonly Effect[],
): (Effect & { do: Kind })[] =>
  effects.filter((effect): effect is Effect & { do: Kind } => effect.do === kind);
