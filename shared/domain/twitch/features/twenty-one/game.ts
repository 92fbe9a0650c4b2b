import type { Instant } from "#kernel/clock";
import { flip, type Random, seeded, shuffled } from "#kernel/random";
import { type Card, type Hand, pack } from "./cards.ts";
import type { TwentyOneSettings } from "./settings.ts";
import type { Guest } from "./stake.ts";

/** Somebody with cards in hand. */
export interface Seat extends Guest {
  readonly hand: Hand;
}

export type Place = 0 | 1;

/** Two at the table. It is played by the settings it was begun with. */
export interface Game {
  /** Replays the deal: who plays first, and every card. */
  readonly seed: number;
  readonly beganAt: Instant;
  readonly settings: TwentyOneSettings;
  /** In the order of play. */
  readonly seats: readonly [Seat, Seat];
}

export const newSeed = (random: Random) => Math.floor(random() * 2 ** 32);

/**
 * Two cards for each. Whoever plays second in live mode sees what there is to beat, so the places are drawn by lot:
 * otherwise nobody would want to be the first in the queue.
 */
export function begin(
  guests: readonly [Guest, Guest],
  game: Pick<Game, "seed" | "beganAt" | "settings">,
): Game {
  const { inTurn, cards } = deal(game.seed);
  const [one, other] = inTurn ? guests : [guests[1], guests[0]];
  const [a, b, c, d] = cards;
  return { ...game, seats: [seat(one, [a, c]), seat(other, [b, d])] };
}

/** One more card, off the top of what is left of the pack. */
export function hit(game: Game, place: Place): Game {
  const [one, other] = game.seats;
  const { cards } = deal(game.seed);
  const card = cards[one.hand.length + other.hand.length];
  // Whoever takes cards up to 21 has nine of them at the most.
  if (!card) return game;
  const seats: Game["seats"] =
    place === 0 ? [seat(one, [...one.hand, card]), other] : [one, seat(other, [...other.hand, card])];
  return { ...game, seats };
}

const seat = (guest: Guest, hand: Hand): Seat => ({ ...guest, hand });

interface Deal {
  /** Whether whoever came first plays first. */
  readonly inTurn: boolean;
  readonly cards: readonly [Card, Card, Card, Card, ...Card[]];
}

function deal(seed: number): Deal {
  const random = seeded(seed);
  const inTurn = flip(random);
  // The cast: a pack has more than four cards.
  return { inTurn, cards: shuffled(random, pack) as unknown as Deal["cards"] };
}
