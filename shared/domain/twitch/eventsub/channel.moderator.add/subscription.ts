import { moderatorIn } from "#domain/twitch/eventsub/moderator-payload";
import type { SubscriptionType } from "#domain/twitch/eventsub/subscription-type";

export const moderatorAdd: SubscriptionType = {
  type: "channel.moderator.add",
  version: "1",
  condition: (channel) => ({ broadcaster_user_id: channel }),
  scopes: { broadcaster: ["moderation:read"] },
  parse: (event) => ({ is: "moderator", chatter: moderatorIn(event), now: true }),
};
