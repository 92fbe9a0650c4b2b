import * as z from "zod";
import { redemptionOf, redemptionPayload } from "#domain/twitch/eventsub/redemption-payload";
import type { SubscriptionType } from "#domain/twitch/eventsub/subscription-type";

// In small letters here, in capitals in Helix.
const payload = redemptionPayload.extend({ status: z.string() });

export const redemptionUpdate: SubscriptionType = {
  type: "channel.channel_points_custom_reward_redemption.update",
  version: "1",
  condition: (channel) => ({ broadcaster_user_id: channel }),
  scopes: { broadcaster: ["channel:manage:redemptions", "channel:read:redemptions"] },
  parse(event) {
    const updated = payload.parse(event);
    const redemption = redemptionOf(updated);
    switch (updated.status.toLowerCase()) {
      case "fulfilled":
        return { is: "resolved", redemption, as: "FULFILLED" };
      case "canceled":
        return { is: "resolved", redemption, as: "CANCELED" };
      default:
        return undefined;
    }
  },
};
