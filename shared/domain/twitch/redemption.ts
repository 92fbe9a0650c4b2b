import type { Instant } from "#kernel/clock";
import type { RedemptionId, RewardId } from "#kernel/ids";
import type { Chatter } from "./chatter.ts";

/** A viewer spent channel points on a reward. */
export interface Redemption {
  readonly id: RedemptionId;
  readonly rewardId: RewardId;
  readonly viewer: Chatter;
  /** What the viewer typed; empty where the reward asks for nothing. */
  readonly input: string;
  /** Channel points paid. */
  readonly cost: number;
  readonly redeemedAt: Instant;
}

/** How a redemption ends, in Helix's words: the points are spent, or given back. */
export type Resolution = "FULFILLED" | "CANCELED";

export type RedemptionStatus = "UNFULFILLED" | Resolution;
