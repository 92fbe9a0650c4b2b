import * as z from "zod";

/** What a channel may change about its votes. */
export const votebanSettings = z.strictObject({
  /** So many different viewers have to want it. */
  votesNeeded: z.int().min(1).max(100).default(10),
  /** How long a vote is open, from its first voice on. */
  voteSeconds: z.int().min(10).max(3_600).default(300),
  /** How long whoever is voted out sits out; Twitch allows up to two weeks. */
  timeoutSeconds: z.int().min(1).max(1_209_600).default(300),
});

export type VotebanSettings = z.infer<typeof votebanSettings>;
