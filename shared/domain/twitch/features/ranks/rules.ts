import { after, instant, type Instant, seconds } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { type Answer, type Effect, say } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import type { Player, Score } from "#domain/twitch/players";
import { nextRank, rankName, rankOf } from "#domain/twitch/rank";
import type { RanksSettings } from "./settings.ts";

/**
 * What players have to show: `!me` tells anybody about themselves, `!top` tells everybody about the best.
 * People rename themselves, so Twitch is asked what the best are called now; if it does not tell, the old names do.
 */
export interface Ranks {
  readonly meReadyAt: Instant;
  readonly topReadyAt: Instant;
  /** Whose names were asked for `!top`; absent: it waits for nothing. */
  readonly asked?: readonly string[];
}

export type RanksMove =
  | { readonly move: "me"; readonly by: Chatter }
  | { readonly move: "top" }
  | { readonly move: "hear"; readonly answer: Answer };

type Table = TableOf<RanksSettings>;

const always = instant(0);
export const unasked: Ranks = { meReadyAt: always, topReadyAt: always };

export function play(ranks: Ranks, move: RanksMove, table: Table): Outcome<Ranks> {
  switch (move.move) {
    case "me":
      return me(ranks, move.by, table);
    case "top":
      return top(ranks, table);
    case "hear":
      return hear(ranks, move.answer, table);
  }
}

function me(ranks: Ranks, by: Chatter, { now, players, settings }: Table): Outcome<Ranks> {
  if (now < ranks.meReadyAt) return outcome(ranks);
  const { key, args } = standing(by, players.scoreOf(by.id));
  return outcome(
    { ...ranks, meReadyAt: after(now, seconds(settings.meCooldownSeconds)) },
    say(now, key, args),
  );
}

function standing(by: Chatter, { wins, losses, tickets }: Score): Text {
  const viewer = mention(by);
  const games = wins + losses;
  if (games === 0) return text("ranks-newcomer", { viewer, tickets });
  return text("ranks-me", {
    viewer,
    rank: rankName(rankOf(wins)),
    wins,
    losses,
    percent: (100 * wins) / games,
    tickets,
    ahead: ahead(wins),
  });
}

function ahead(wins: number): Text {
  const next = nextRank(wins);
  if (next === undefined) return text("ranks-highest");
  return text("ranks-next", { missing: next - wins, rank: rankName(next) });
}

const medals = ["🥇", "🥈", "🥉"] as const;
/** Long enough for Twitch to answer, and short enough for whoever waits. */
const patience = seconds(4);

function top(ranks: Ranks, { now, players, settings }: Table): Outcome<Ranks> {
  if (now < ranks.topReadyAt) return outcome(ranks);
  const topReadyAt = after(now, seconds(settings.topCooldownSeconds));
  const asked = players.top(medals.length).map(({ chatter }) => chatter.id);
  if (asked.length === 0) return outcome({ ...ranks, topReadyAt }, say(now, "ranks-top-empty"));
  return outcome(
    { ...ranks, topReadyAt, asked },
    { do: "look-up", people: asked, by: "id", staleAt: after(now, patience) },
  );
}

function hear(ranks: Ranks, answer: Answer, { now, players }: Table): Outcome<Ranks> {
  const { asked, ...told } = ranks;
  if (answer.to !== "look-up" || !asked || !sameIds(answer.people, asked)) return outcome(ranks);

  // Somebody may have won in the meantime: then that one is called as last seen.
  const stored = players.top(medals.length);
  if (stored.length === 0) return outcome(told, say(now, "ranks-top-empty"));
  const best = stored.map(({ chatter, score }) => ({ chatter: called(chatter, answer.found), score }));
  const renamed = best.filter(({ chatter }, place) => !sameNames(chatter, stored[place]?.chatter));
  return outcome(
    told,
    ...renamed.map(({ chatter }): Effect => ({ do: "score", player: chatter })),
    say(now, "ranks-top", { places: inOneLine(best) }),
  );
}

const called = (chatter: Chatter, found: readonly Chatter[] = []) =>
  found.find(({ id }) => id === chatter.id) ?? chatter;

const sameIds = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id, place) => id === others[place]);

const sameNames = (one: Chatter, other: Chatter | undefined) =>
  one.login === other?.login && one.name === other.name;

const inOneLine = (best: readonly Player[]): Text =>
  best.map(place).reduce((places, next) => text("ranks-places", { places, next }));

/** By the bare name: nobody wants to be called whenever somebody looks at the table. */
const place = ({ chatter, score }: Player, index: number): Text =>
  text("ranks-place", {
    medal: medals[index] ?? "",
    player: chatter.name,
    rank: rankName(rankOf(score.wins)),
    wins: score.wins,
  });
