import * as z from "zod";
import { instant } from "#kernel/clock";
import type { ChatterId, RedemptionId, RewardId } from "#kernel/ids";
import type { Redemption } from "#domain/twitch/redemption";

/** https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-points-custom-reward-redemption-add-event */
export const redemptionPayload = z.object({
  id: z.string().min(1),
  user_id: z.string().min(1),
  user_login: z.string(),
  user_name: z.string(),
  user_input: z.string().nullish(),
  redeemed_at: z.string().nullish(),
  reward: z.object({ id: z.string().min(1), cost: z.number().nullish() }),
});

export const redemptionOf = (redeemed: z.infer<typeof redemptionPayload>): Redemption => ({
  id: redeemed.id as RedemptionId,
  rewardId: redeemed.reward.id as RewardId,
  viewer: { id: redeemed.user_id as ChatterId, login: redeemed.user_login, name: redeemed.user_name },
  input: redeemed.user_input ?? "",
  cost: redeemed.reward.cost ?? 0,
  redeemedAt: instant(Date.parse(redeemed.redeemed_at ?? "") || 0),
});
