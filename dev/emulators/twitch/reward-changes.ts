/** Rewards come, change and go, by the product's call or by the broadcaster's hand, and whoever subscribed is told. */
import type { Channel } from "./channel.ts";
import type { Reward } from "./entities.ts";
import { rewardEvent } from "./reward-event.ts";
import { shownReward } from "./shown-reward.ts";
import type { Scene } from "./scene.ts";

export function keepReward(scene: Scene, channel: Channel, reward: Reward): void {
  const change = channel.rewards.has(reward.id) ? "update" : "add";
  channel.rewards.set(reward.id, reward);
  tell(scene, channel, change, reward);
}

/** Twitch keeps the points of whoever was still waiting: their redemptions end as fulfilled. */
export function deleteReward(scene: Scene, channel: Channel, reward: Reward): void {
  channel.rewards.delete(reward.id);
  tell(scene, channel, "remove", reward);
  for (const redemption of channel.redemptions.values()) {
    if (redemption.reward.id === reward.id && redemption.status === "UNFULFILLED") {
      scene.settle(channel, redemption, "FULFILLED");
    }
  }
}

export function isTitleTaken(channel: Channel, title: string): boolean {
  return [...channel.rewards.values()].some(({ settings }) => settings.title === title);
}

function tell(scene: Scene, channel: Channel, change: "add" | "update" | "remove", reward: Reward): void {
  void scene.announce(`channel.channel_points_custom_reward.${change}`, channel, rewardEvent(reward));
  const { clientId } = scene.store.settings;
  const rewards = [...channel.rewards.values()].map((each) => shownReward(each, clientId));
  scene.show("rewards", channel, { rewards });
}
