import type { Channel } from "./channel.ts";
import { channelOfCondition, onTheWire } from "./notifications.ts";
import type { Store } from "./store.ts";

/** Everything the page shows of a channel. Lists are oldest first. */
export function channelState(channel: Channel, store: Store) {
  const { broadcaster, bot, chat } = channel;
  return {
    broadcaster,
    bot,
    chatters: [...channel.chatters.values()],
    chat,
    timeouts: channel.bans(store.now()),
    redemptions: [...channel.redemptions.values()],
    rewards: [...channel.rewards.values()].map(({ id, key, clientId, settings }) => ({
      id,
      key,
      title: settings.title,
      cost: settings.cost,
      prompt: settings.prompt,
      isEnabled: settings.is_enabled && !settings.is_paused,
      isInputRequired: settings.is_user_input_required,
      isOurs: clientId === store.settings.clientId,
    })),
    subscriptions: [...store.subscriptions.values()]
      .filter(({ condition }) => channelOfCondition(condition) === broadcaster.id)
      .map(onTheWire),
  };
}
