import { redemptionAdd } from "./channel.channel_points_custom_reward_redemption.add/subscription.ts";
import { chatMessage } from "./channel.chat.message/subscription.ts";
import type { SubscriptionType } from "./subscription-type.ts";

/** Every notification a channel gets. To add one: a folder named after Twitch's type, and its name here. */
export const subscriptionTypes: readonly SubscriptionType[] = [chatMessage, redemptionAdd];
