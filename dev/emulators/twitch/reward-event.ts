import type { Reward } from "./entities.ts";

/** `channel.channel_points_custom_reward.add`, `.update` and `.remove`: Helix's limits under other names. */
export function rewardEvent({ id, settings }: Reward) {
  return {
    id,
    is_enabled: settings.is_enabled,
    is_paused: settings.is_paused,
    is_in_stock: true,
    title: settings.title,
    cost: settings.cost,
    prompt: settings.prompt,
    is_user_input_required: settings.is_user_input_required,
    should_redemptions_skip_request_queue: settings.should_redemptions_skip_request_queue,
    cooldown_expires_at: null,
    redemptions_redeemed_current_stream: null,
    max_per_stream: { is_enabled: settings.is_max_per_stream_enabled, value: settings.max_per_stream ?? 0 },
    max_per_user_per_stream: {
      is_enabled: settings.is_max_per_user_per_stream_enabled,
      value: settings.max_per_user_per_stream ?? 0,
    },
    global_cooldown: {
      is_enabled: settings.is_global_cooldown_enabled,
      seconds: settings.global_cooldown_seconds ?? 0,
    },
    background_color: settings.background_color,
    image: null,
    default_image: defaultImage,
  };
}

/** The picture of every reward that has none of its own. */
export const defaultImage = {
  url_1x: "https://static-cdn.jtvnw.net/custom-reward-images/default-1.png",
  url_2x: "https://static-cdn.jtvnw.net/custom-reward-images/default-2.png",
  url_4x: "https://static-cdn.jtvnw.net/custom-reward-images/default-4.png",
};
