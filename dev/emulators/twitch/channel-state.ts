import type { Channel } from "./channel.ts";
import { channelOfCondition, onTheWire } from "./notifications.ts";
import { shownReward } from "./shown-reward.ts";
import type { Store } from "./store.ts";

/** Everything the page shows of a channel. Lists are oldest first. */
export function channelState(channel: Channel, store: Store) {
  const { broadcaster, bot, chat } = channel;
  return {
    broadcaster,
    bot,
    chatters: channel.chatters,
    chat,
    timeouts: channel.bans(store.now()),
    redemptions: [...channel.redemptions.values()],
    rewards: [...channel.rewards.values()].map((reward) => shownReward(reward, store.settings.clientId)),
    stream: channel.stream,
    moderators: channel.moderators,
    subscriptions: subscriptionsOf(store, broadcaster.id),
    // What concerns the app as a whole.
    appSubscriptions: subscriptionsOf(store, undefined),
  };
}

function subscriptionsOf(store: Store, broadcasterId: string | undefined) {
  return [...store.subscriptions.values()]
    .filter(({ condition }) => channelOfCondition(condition) === broadcasterId)
    .map(onTheWire);
}
