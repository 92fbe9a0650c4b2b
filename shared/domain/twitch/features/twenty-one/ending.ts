import { type Instant, seconds } from "#kernel/clock";
import { text } from "#kernel/text";
import { mention } from "#domain/twitch/chatter";
import { type Effect, say, timeOut } from "#domain/twitch/effect";
import type { Scene } from "#domain/twitch/features/feature";
import { rankName, rankOf } from "#domain/twitch/rank";
import { isExempt } from "#domain/twitch/roster";
import { handText, total } from "./cards.ts";
import type { Game, Seat } from "./game.ts";
import { giveBack, nameOf, spend } from "./stake.ts";
import { compare } from "./verdict.ts";

/** Both hands are played: what comes of the game. */
export function ended(game: Game, scene: Scene): Effect[] {
  const [one, other] = game.seats;
  const verdict = compare(one.hand, other.hand);
  if (verdict === 0) return drawn(game, scene);
  return verdict > 0 ? won(game, one, other, scene) : won(game, other, one, scene);
}

/** A draw costs nobody anything, and counts for nothing. */
function drawn(game: Game, { now }: Scene): Effect[] {
  return [
    say(now, "twenty-one-draw", hands(game)),
    ...game.seats.map(giveBack),
    result(game, now, undefined),
  ];
}

function won(game: Game, winner: Seat, loser: Seat, scene: Scene): Effect[] {
  const { now } = scene;
  return [
    say(now, "twenty-one-won", { ...hands(game), winner: mention(winner.chatter) }),
    { do: "score", player: winner.chatter, wins: 1 },
    { do: "score", player: loser.chatter, losses: 1 },
    ...promotion(winner, scene),
    ...game.seats.flatMap(spend),
    ...sitOut(game, loser, scene),
    result(game, now, winner),
  ];
}

/** What both have in hand, in the order of play. */
export const hands = ({ seats: [one, other] }: Game) => ({
  first: mention(one.chatter),
  firstHand: handText(one.hand),
  second: mention(other.chatter),
  secondHand: handText(other.hand),
});

function promotion({ chatter }: Seat, { now, players }: Scene): Effect[] {
  const { wins } = players.scoreOf(chatter.id);
  const rank = rankOf(wins + 1);
  return rank === rankOf(wins)
    ? []
    : [say(now, "twenty-one-promoted", { player: mention(chatter), rank: rankName(rank) })];
}

function sitOut({ settings }: Game, { chatter }: Seat, { now, roster }: Scene): Effect[] {
  if (isExempt(roster, chatter)) return [];
  return [timeOut(now, chatter, seconds(settings.timeoutSeconds), text("twenty-one-reason"))];
}

function result({ seed, beganAt, settings, seats }: Game, now: Instant, winner: Seat | undefined): Effect {
  const [one, other] = seats;
  return {
    do: "record",
    result: {
      id: `twenty-one:${nameOf(one.stake)}:${nameOf(other.stake)}`,
      game: "twenty-one",
      host: one.chatter,
      startedAt: beganAt,
      endedAt: now,
      ending: winner ? "win" : "draw",
      details: {
        seed,
        mode: settings.mode,
        // In auto mode the seed and this are the whole game.
        standOn: settings.standOn,
        players: seats.map(({ chatter, hand, stake }) => ({ chatter, hand, total: total(hand), stake })),
        winner: winner?.chatter.id ?? null,
      },
    },
  };
}
