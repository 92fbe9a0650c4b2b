import type { Instant } from "#kernel/clock";
import type { Chatter } from "./chatter.ts";

/** How a game ended, kept for good in Postgres. */
export interface GameResult {
  /** The redemption that began the game, or whatever else names it: the same game recorded twice is one row. */
  readonly id: string;
  readonly game: string;
  readonly host: Chatter;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** One word, the game's own. */
  readonly ending: string;
  /** Whatever else the game wants remembered, as JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}
