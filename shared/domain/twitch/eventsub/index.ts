import { redemptionAdd } from "./channel.channel_points_custom_reward_redemption.add/subscription.ts";
import { redemptionUpdate } from "./channel.channel_points_custom_reward_redemption.update/subscription.ts";
import { chatMessage } from "./channel.chat.message/subscription.ts";
import { moderatorAdd } from "./channel.moderator.add/subscription.ts";
import { moderatorRemove } from "./channel.moderator.remove/subscription.ts";
import { streamOffline } from "./stream.offline/subscription.ts";
import { streamOnline } from "./stream.online/subscription.ts";
import type { AppSubscriptionType, SubscriptionType } from "./subscription-type.ts";
import { authorizationRevoke } from "./user.authorization.revoke/subscription.ts";

/** Every notification a channel gets. To add one: a folder named after Twitch's type, and its name here. */
export const subscriptionTypes: readonly SubscriptionType[] = [
  chatMessage,
  redemptionAdd,
  redemptionUpdate,
  streamOnline,
  streamOffline,
  moderatorAdd,
  moderatorRemove,
];

/** What Taproom itself is told, once for all channels. */
export const appSubscriptionTypes: readonly AppSubscriptionType[] = [authorizationRevoke];
