import type { Instant } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";
import { type Effect, fulfil, refund } from "#domain/twitch/effect";

/** What somebody plays for: the points of a redemption, or a ticket that was taken when this line of chat was written. */
export type Stake =
  | { readonly by: "reward"; readonly redemption: RedemptionId }
  | { readonly by: "ticket"; readonly line: string };

/** Somebody who has paid to play. */
export interface Guest {
  readonly chatter: Chatter;
  readonly stake: Stake;
  readonly cameAt: Instant;
}

/** A ticket is taken at the door, points when they are played for. */
export const takeTicket = ({ chatter, stake }: Guest): Effect[] =>
  stake.by === "ticket" ? [{ do: "score", player: chatter, tickets: -1 }] : [];

export const giveBack = ({ chatter, stake }: Guest): Effect =>
  stake.by === "ticket" ? { do: "score", player: chatter, tickets: 1 } : refund(stake.redemption);

/** The stake is played: points are spent, and a ticket is gone already. */
export const spend = ({ stake }: Guest): Effect[] =>
  stake.by === "ticket" ? [] : [fulfil(stake.redemption)];

/** Names the stake among all of the channel. */
export const nameOf = (stake: Stake) => (stake.by === "ticket" ? stake.line : stake.redemption);
