import type { Instant } from "#kernel/clock";
import type { ChatterId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";

interface Ballot {
  /** As they were typed, in small letters: one person has a login and a display name. */
  readonly names: readonly string[];
  readonly voters: readonly ChatterId[];
  readonly endsAt: Instant;
}

/** Whoever is named has not been found on Twitch yet; who votes meanwhile is counted. */
export interface Sought extends Ballot {
  readonly phase: "sought";
}

export interface Running extends Ballot {
  readonly phase: "running";
  readonly target: Chatter;
}

/** Enough want it: waiting to hear whether Twitch did it. */
export interface Decided extends Ballot {
  readonly phase: "decided";
  readonly target: Chatter;
}

export type Vote = Sought | Running | Decided;

/** Somebody who named nobody who could be voted out. */
export interface Miss {
  readonly by: ChatterId;
  /** Opens no other vote before this. */
  readonly until: Instant;
}

export interface Votes {
  /** Side by side, so that nobody can end a vote by naming somebody else. */
  readonly votes: readonly Vote[];
  readonly misses: readonly Miss[];
  /** Chat was told why a vote did not begin; not again before this. */
  readonly quietUntil?: Instant;
}

export const noVotes: Votes = { votes: [], misses: [] };
