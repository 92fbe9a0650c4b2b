import { type Instant, instant } from "#kernel/clock";
import type { Game, Place } from "./game.ts";
import type { Guest } from "./stake.ts";

export interface Room {
  /** Whoever came first plays first; nobody is in it twice, or plays at the same time. */
  readonly queue: readonly Guest[];
  /** No game begins before this. */
  readonly nextGameAt: Instant;
  /** The command hears nobody before this. */
  readonly readyAt: Instant;
  /** Whoever is turned away is told why, but nobody hears the same again before this. */
  readonly quietUntil: Readonly<Record<Refusal, Instant>>;
}

/** Somebody comes twice, or without a ticket. */
export type Refusal = "already" | "ticketless";

/** The table is free: always so in auto mode, where a game is over as soon as it has begun. */
export interface Free extends Room {
  readonly phase: "free";
}

/** Two people play in chat. */
export interface Playing extends Room {
  readonly phase: "playing";
  readonly game: Game;
  /** Whose turn it is. */
  readonly turn: Place;
  /** Silence stands from here on. */
  readonly turnEndsAt: Instant;
}

export type TwentyOne = Free | Playing;

const never = instant(0);

export const nobody: Free = {
  phase: "free",
  queue: [],
  nextGameAt: never,
  readyAt: never,
  quietUntil: { already: never, ticketless: never },
};
