import { after, type Instant, latest, minutes, seconds } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { type Effect, say } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import type { Players, Score } from "#domain/twitch/players";
import { playOut } from "./auto.ts";
import { ended } from "./ending.ts";
import { begin, newSeed } from "./game.ts";
import { common, dealt, fellSilent, stood, taken } from "./live.ts";
import type { TwentyOneSettings } from "./settings.ts";
import { type Guest, giveBack, type Stake, takeTicket } from "./stake.ts";
import type { Free, Playing, Refusal, TwentyOne } from "./state.ts";

/**
 * Очко, the Russian twenty-one: two people, a pack of 36, and whoever is nearer to 21 wins. Pictures count little
 * (В 2, Д 3, К 4), pips what they show, an ace 11, and two aces are the golden 21. Going over loses to whoever has not;
 * of two who have, the lower wins. Equal hands are a draw, and cost nothing.
 *
 * In auto mode both hands take cards until they count 17 or more (`standOn`), and nobody looks at the other's. Out of
 * all orders of the pack, each counted exactly by odds.test.ts, either player wins 44.23 % and 11.55 % are draws. A hand
 * goes over 21 in 31.13 %, both do in 9.69 %, and 0.95 % (one in 105) are golden.
 */
export type TwentyOneMove =
  | { readonly move: "enter"; readonly by: Chatter; readonly stake: Stake }
  | { readonly move: "leave" | "hit" | "stand"; readonly by: Chatter }
  /** A moderator has ended the redemption at Twitch. */
  | { readonly move: "withdraw"; readonly redemption: RedemptionId }
  | { readonly move: "wake" };

type Table = TableOf<TwentyOneSettings>;

/** First time takes its due, then the player: a card asked for too late is too late even when no alarm has rung yet. */
export function play(state: TwentyOne, move: TwentyOneMove, table: Table): Outcome<TwentyOne> {
  const due = catchUp(state, table);
  const made = make(due.state, move, { ...table, players: booked(table.players, due.effects) });
  return outcome(made.state, ...due.effects, ...made.effects);
}

/** The players as they stand once these effects are booked: a ticket that has just come back can be played again. */
const booked = (players: Players, effects: readonly Effect[]): Players => ({
  top: (count) => players.top(count),
  scoreOf: (id) =>
    effects.reduce<Score>(
      (score, effect) => (effect.do === "score" && effect.player.id === id ? plus(score, effect) : score),
      players.scoreOf(id),
    ),
});

const plus = (score: Score, { wins = 0, losses = 0, tickets = 0 }: Partial<Score>): Score => ({
  wins: score.wins + wins,
  losses: score.losses + losses,
  tickets: score.tickets + tickets,
});

function make(state: TwentyOne, move: TwentyOneMove, table: Table): Outcome<TwentyOne> {
  switch (move.move) {
    case "enter":
      return enter(state, { chatter: move.by, stake: move.stake, cameAt: table.now }, table);
    case "leave":
      return leave(state, move.by, table);
    case "withdraw":
      return withdraw(state, move.redemption);
    case "hit":
      return isTurnOf(state, move.by) ? taken(state, table) : outcome(state);
    case "stand":
      return isTurnOf(state, move.by) ? stood(state, table) : outcome(state);
    case "wake":
      return outcome(state);
  }
}

const isTurnOf = (state: TwentyOne, { id }: Chatter): state is Playing =>
  state.phase === "playing" && state.game.seats[state.turn].chatter.id === id;

export function wakesAt(state: TwentyOne, settings: TwentyOneSettings): Instant | undefined {
  if (state.phase === "playing") return state.turnEndsAt;
  const [first, second] = state.queue;
  if (second) return state.nextGameAt;
  return first && after(latest(first.cameAt, state.nextGameAt), seconds(settings.waitSeconds));
}

/** Who could not be dealt to, or heard, for so long, cannot be expected to be still there. */
const forgottenAfter = minutes(2);

/** One thing at a time: after an outage one game is played, and the next one waits for its pace. */
function catchUp(state: TwentyOne, table: Table): Outcome<TwentyOne> {
  const { now, settings } = table;
  const at = wakesAt(state, settings);
  // An alarm may ring early or twice; only the state decides.
  if (at === undefined || now < at) return outcome(state);
  if (state.phase === "free" && state.queue.length === 1) return giveUpWaiting(state, now);
  if (now > after(at, forgottenAfter)) return sendHome(state, now);
  return state.phase === "playing" ? fellSilent(state, table) : nextGame(state, table);
}

function enter(state: TwentyOne, guest: Guest, table: Table): Outcome<TwentyOne> {
  return guest.stake.by === "ticket"
    ? enterByTicket(state, guest, table)
    : enterByReward(state, guest, table);
}

function enterByReward(state: TwentyOne, guest: Guest, table: Table): Outcome<TwentyOne> {
  if (!isHere(state, guest)) return sitDown(state, guest, table);
  const refused = turnAway(state, guest, "already", table.now);
  return outcome(refused.state, giveBack(guest), ...refused.effects);
}

/** The window is charged to whoever sits down, and to nobody else. */
function enterByTicket(state: TwentyOne, guest: Guest, table: Table): Outcome<TwentyOne> {
  const { now, players, settings } = table;
  if (now < state.readyAt) return outcome(state);
  if (isHere(state, guest)) return turnAway(state, guest, "already", now);
  if (players.scoreOf(guest.chatter.id).tickets < 1) return turnAway(state, guest, "ticketless", now);

  const readyAt = after(now, seconds(settings.cooldownSeconds));
  const seated = sitDown({ ...state, readyAt }, guest, table);
  return outcome(seated.state, ...takeTicket(guest), ...seated.effects);
}

const isHere = (state: TwentyOne, { chatter }: Guest) =>
  everybody(state).some((one) => one.chatter.id === chatter.id);

const everybody = (state: TwentyOne): readonly Guest[] =>
  state.phase === "playing" ? [...state.game.seats, ...state.queue] : state.queue;

/** Tickets of those who wait or play; points are in the ledger. */
export const owed = (state: TwentyOne): readonly Effect[] =>
  everybody(state)
    .filter(({ stake }) => stake.by === "ticket")
    .map(giveBack);

/** Those who keep knocking are not to fill the chat with answers. */
const quiet = seconds(10);
const refusals = { already: "twenty-one-already", ticketless: "twenty-one-ticketless" } as const;

function turnAway(state: TwentyOne, { chatter }: Guest, why: Refusal, now: Instant): Outcome<TwentyOne> {
  if (now < state.quietUntil[why]) return outcome(state);
  return outcome(
    { ...state, quietUntil: { ...state.quietUntil, [why]: after(now, quiet) } },
    say(now, refusals[why], { viewer: mention(chatter) }),
  );
}

function sitDown(state: TwentyOne, guest: Guest, table: Table): Outcome<TwentyOne> {
  const { now } = table;
  const joined = { ...state, queue: [...state.queue, guest] };
  if (joined.queue.length === 1)
    return outcome(joined, say(now, "twenty-one-waiting", { viewer: mention(guest.chatter) }));
  return joined.phase === "free" && now >= joined.nextGameAt ? nextGame(joined, table) : outcome(joined);
}

/** Takes the first two of the queue to the table. */
function nextGame(state: Free, table: Table): Outcome<TwentyOne> {
  const [one, other, ...queue] = state.queue;
  if (!one || !other) return outcome(state);
  const { now, random, settings } = table;
  const game = begin([one, other], { seed: newSeed(random), beganAt: now, settings });
  const room: Free = { ...state, queue, nextGameAt: after(now, seconds(settings.paceSeconds)) };
  const begun =
    settings.mode === "live"
      ? dealt(room, game, table)
      : outcome<TwentyOne>(room, ...ended(playOut(game), table));
  return outcome(begun.state, ...begun.effects, ...queueNews(begun.state, table));
}

/** What those who are left have to know. */
function queueNews({ phase, queue }: TwentyOne, { now, settings }: Table): Effect[] {
  const [next, ...others] = queue;
  if (!next) return [];
  if (others.length === 0) return [say(now, "twenty-one-next", { player: mention(next.chatter) })];
  const count = queue.length;
  return phase === "playing"
    ? [say(now, "twenty-one-queue-live", { count })]
    : [say(now, "twenty-one-queue", { count, seconds: settings.paceSeconds })];
}

/** Whoever is still in the queue may leave it, alone or not; whoever has cards in hand may not. */
function leave(state: TwentyOne, by: Chatter, { now }: Table): Outcome<TwentyOne> {
  const leaving = state.queue.find(({ chatter }) => chatter.id === by.id);
  if (!leaving) return outcome(state);
  return outcome(
    { ...state, queue: state.queue.filter((guest) => guest !== leaving) },
    say(now, "twenty-one-gone", farewell(leaving)),
    giveBack(leaving),
  );
}

/** Nothing is at stake any more for whoever waits for a game; a game that has begun is played. */
function withdraw(state: TwentyOne, redemption: RedemptionId): Outcome<TwentyOne> {
  const queue = state.queue.filter(({ stake }) => stake.by !== "reward" || stake.redemption !== redemption);
  return outcome(queue.length < state.queue.length ? { ...state, queue } : state);
}

/** Only somebody who waits alone waits in vain: the others have their game coming. */
function giveUpWaiting(state: Free, now: Instant): Outcome<TwentyOne> {
  return outcome<TwentyOne>(
    { ...state, queue: [] },
    ...state.queue.flatMap((guest) => [say(now, "twenty-one-expired", farewell(guest)), giveBack(guest)]),
  );
}

const farewell = ({ chatter, stake }: Guest) => ({ viewer: mention(chatter), stake: stake.by });

/** The bot was away for too long: nobody is punished for a silence it could not hear. */
const sendHome = (state: TwentyOne, now: Instant): Outcome<TwentyOne> =>
  outcome<TwentyOne>(
    { ...common(state), phase: "free", queue: [] },
    say(now, "twenty-one-overslept"),
    ...everybody(state).map(giveBack),
  );
