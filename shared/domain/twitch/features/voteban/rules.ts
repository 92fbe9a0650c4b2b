import { after, earliest, type Instant, seconds } from "#kernel/clock";
import type { ChatterId } from "#kernel/ids";
import { text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { durationText } from "#domain/twitch/duration/duration";
import { type Answer, type Effect, type Landing, say, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { isExempt } from "#domain/twitch/roster";
import { isCalled, meant } from "./names.ts";
import type { VotebanSettings } from "./settings.ts";
import type { Decided, Miss, Running, Sought, Vote, Votes } from "./state.ts";

/**
 * The chat votes somebody out: so many different viewers name the same person in time. Whom they name is looked up on
 * Twitch first. Votes on several people run side by side, and what is said of the end is what came of it.
 */
export type VotebanMove =
  /** `name` is as `nameIn` reads it; undefined: nobody was named. */
  | { readonly move: "vote"; readonly by: Chatter; readonly name: string | undefined }
  | { readonly move: "hear"; readonly answer: Answer }
  | { readonly move: "wake" };

type Table = TableOf<VotebanSettings>;

/** So many votes at a time; more would be a row too heavy and a chat too loud. */
const mostVotes = 5;
/** Whoever named nobody who can be voted out waits so long before naming somebody new, and so does the line that says so. */
const missed = seconds(30);
const mostMisses = 50;

export function play(state: Votes, move: VotebanMove, table: Table): Outcome<Votes> {
  switch (move.move) {
    case "vote":
      return vote(state, move, table);
    case "hear":
      return hear(state, move.answer, table);
    case "wake":
      return runOut(state, table);
  }
}

export const wakesAt = ({ votes }: Votes): Instant | undefined =>
  earliest(votes.map((each) => (each.phase === "decided" ? undefined : each.endsAt)));

function vote(before: Votes, { by, name }: VotebanMove & { move: "vote" }, table: Table): Outcome<Votes> {
  if (name === undefined || isCalled(by, name)) return outcome(before);
  // The alarm may be late: a vote that is over does not count another voice.
  const { state, effects } = runOut(before, table);
  const running = state.votes.find((each) => isOn(each, name));
  const voted = running ? join(state, running, by, table) : begin(state, by, name, table);
  return { state: voted.state, effects: [...effects, ...voted.effects] };
}

const isOn = (each: Vote, name: string) =>
  each.names.includes(name) || (each.phase !== "sought" && isCalled(each.target, name));

function begin(state: Votes, by: Chatter, name: string, { now, settings }: Table): Outcome<Votes> {
  if (state.votes.length >= mostVotes || mayNotBegin(state, by, now)) return outcome(state);
  const endsAt = after(now, seconds(settings.voteSeconds));
  return outcome(
    { ...state, votes: [...state.votes, { phase: "sought", names: [name], voters: [by.id], endsAt }] },
    { do: "look-up", people: [name], by: "name", staleAt: after(now, seconds(10)) },
  );
}

/** One vote of each viewer's own, or one viewer could take up all there is room for. */
const mayNotBegin = ({ votes, misses }: Votes, { id }: Chatter, now: Instant) =>
  votes.some(({ voters }) => voters[0] === id) || misses.some(({ by, until }) => by === id && now < until);

function join(state: Votes, ballot: Vote, by: Chatter, table: Table): Outcome<Votes> {
  if (ballot.phase === "decided" || ballot.voters.includes(by.id)) return outcome(state);
  const joined = { ...ballot, voters: [...ballot.voters, by.id] };
  if (joined.phase === "sought") return outcome(replaced(state, ballot, joined));
  if (joined.target.id === by.id) return outcome(state);
  return counted(replaced(state, ballot, joined), joined, ballot.voters.length, table);
}

/** So many voices and this is the news; `before` there were fewer. */
function counted(state: Votes, ballot: Running, before: number, table: Table): Outcome<Votes> {
  const { votesNeeded } = table.settings;
  const votes = ballot.voters.length;
  if (votes >= votesNeeded) return decide(state, ballot, table);
  if (before === 0) return outcome(state, tell("voteban-begun", ballot, table));
  const half = Math.ceil(votesNeeded / 2);
  return outcome(state, ...(before < half && votes >= half ? [tell("voteban-half-way", ballot, table)] : []));
}

function decide(state: Votes, ballot: Running, table: Table): Outcome<Votes> {
  const { now, roster, settings } = table;
  // Made a moderator while the votes were coming in.
  if (isExempt(roster, ballot.target))
    return outcome(without(state, ballot), tell("voteban-exempt", ballot, table));
  return outcome(
    replaced(state, ballot, { ...ballot, phase: "decided" }),
    timeOut(now, ballot.target, seconds(settings.timeoutSeconds), text("voteban-reason")),
  );
}

function hear(state: Votes, answer: Answer, table: Table): Outcome<Votes> {
  if (answer.to === "look-up") return seek(state, answer, table);
  if (answer.to === "time-out") return conclude(state, answer, table);
  return outcome(state);
}

function seek(state: Votes, { people, found }: Answer & { to: "look-up" }, table: Table): Outcome<Votes> {
  const [name = ""] = people;
  const sought = state.votes.find((each) => each.phase === "sought" && each.names.includes(name));
  if (sought?.phase !== "sought") return outcome(state);
  if (found === undefined) return giveUp(state, sought, "voteban-not-told", table);

  const target = meant(name, found);
  if (!target) return giveUp(missing(state, sought, table.now), sought, "voteban-unknown", table);
  if (isExempt(table.roster, target))
    return giveUp(missing(state, sought, table.now), sought, "voteban-exempt", table, target);
  return admit(without(state, sought), sought, target, table);
}

/** It is known now who is meant: perhaps somebody there is a vote on already, under the other name. */
function admit(
  state: Votes,
  { names, voters, endsAt }: Sought,
  target: Chatter,
  table: Table,
): Outcome<Votes> {
  const others = voters.filter((voter) => voter !== target.id);
  if (others.length === 0) return outcome(state);
  const same = state.votes.find((each) => each.phase !== "sought" && each.target.id === target.id);
  if (same?.phase === "decided") return outcome(state);
  if (same?.phase !== "running") {
    const ballot: Running = { phase: "running", target, names, voters: others, endsAt };
    return counted({ ...state, votes: [...state.votes, ballot] }, ballot, 0, table);
  }
  const joined: Running = {
    ...same,
    names: [...new Set([...same.names, ...names])],
    voters: [...new Set<ChatterId>([...same.voters, ...others])],
  };
  return counted(replaced(state, same, joined), joined, same.voters.length, table);
}

/** A vote that never began; chat is told why, but not each time. */
function giveUp(state: Votes, sought: Sought, why: string, { now }: Table, target?: Chatter): Outcome<Votes> {
  const left = without(state, sought);
  if (state.quietUntil !== undefined && now < state.quietUntil) return outcome(left);
  const words = say(now, why, target && { target: mention(target) });
  return outcome({ ...left, quietUntil: after(now, missed) }, words);
}

function missing(state: Votes, { voters }: Sought, now: Instant): Votes {
  const fresh = voters.slice(0, 1).map((by): Miss => ({ by, until: after(now, missed) }));
  const stillOn = state.misses.filter(({ until }) => now < until);
  return { ...state, misses: [...stillOn, ...fresh].slice(-mostMisses) };
}

const endings: Readonly<Record<Landing, string>> = {
  landed: "voteban-landed",
  already: "voteban-already",
  refused: "voteban-refused",
  failed: "voteban-failed",
};

function conclude(
  state: Votes,
  { chatter, landed }: Answer & { to: "time-out" },
  table: Table,
): Outcome<Votes> {
  const decided = state.votes.find((each) => each.phase === "decided" && each.target.id === chatter.id);
  if (decided?.phase !== "decided") return outcome(state);
  return outcome(without(state, decided), tell(endings[landed], decided, table));
}

/** Votes whose time is over without enough voices. */
function runOut(state: Votes, table: Table): Outcome<Votes> {
  const over = state.votes.filter((each) => each.phase !== "decided" && each.endsAt <= table.now);
  if (over.length === 0) return outcome(state);
  const words = over.flatMap((each): Effect[] =>
    each.phase === "running" ? [tell("voteban-ran-out", each, table)] : [],
  );
  return outcome({ ...state, votes: state.votes.filter((each) => !over.includes(each)) }, ...words);
}

const tell = (key: string, { target, voters }: Running | Decided, { now, settings }: Table): Effect =>
  say(now, key, {
    target: mention(target),
    votes: voters.length,
    needed: settings.votesNeeded,
    missing: Math.max(0, settings.votesNeeded - voters.length),
    open: durationText(seconds(settings.voteSeconds)),
    time: durationText(seconds(settings.timeoutSeconds)),
  });

const replaced = (state: Votes, old: Vote, fresh: Vote): Votes => ({
  ...state,
  votes: state.votes.map((each) => (each === old ? fresh : each)),
});

const without = (state: Votes, gone: Vote): Votes => ({
  ...state,
  votes: state.votes.filter((each) => each !== gone),
});
