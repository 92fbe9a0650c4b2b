import type { ChatterId } from "#kernel/ids";
import type { Chatter } from "./chatter.ts";

/** What somebody has to show in a channel. */
export interface Score {
  /** Games of 21 won, and lost. */
  readonly wins: number;
  readonly losses: number;
  /** Each is good for one game of 21; never below zero. */
  readonly tickets: number;
}

export const noScore: Score = { wins: 0, losses: 0, tickets: 0 };

/** Somebody who has a score, under the names last seen. */
export interface Player {
  readonly chatter: Chatter;
  readonly score: Score;
}

/** Everybody who has played in a channel, as it stands at the moment of a move. */
export interface Players {
  /** All zeros for somebody who has never played. */
  scoreOf(chatter: ChatterId): Score;
  /** The most wins first; of equals who lost less, then who has been here longer (the smaller Twitch id). Nobody without a win. */
  top(count: number): readonly Player[];
}
