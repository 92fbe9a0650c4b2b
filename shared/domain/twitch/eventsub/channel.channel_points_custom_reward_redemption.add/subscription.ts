import { redemptionOf, redemptionPayload } from "#domain/twitch/eventsub/redemption-payload";
import type { SubscriptionType } from "#domain/twitch/eventsub/subscription-type";

export const redemptionAdd: SubscriptionType = {
  type: "channel.channel_points_custom_reward_redemption.add",
  version: "1",
  condition: (channel) => ({ broadcaster_user_id: channel }),
  scopes: { broadcaster: ["channel:manage:redemptions", "channel:read:redemptions"] },
  parse: (event) => ({ is: "redeemed", redemption: redemptionOf(redemptionPayload.parse(event)) }),
};
