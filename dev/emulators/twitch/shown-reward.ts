import type { Reward } from "./entities.ts";

/** A reward as the page and the control API show it. */
export function shownReward({ id, key, clientId, settings }: Reward, ourClientId: string) {
  return {
    id,
    key,
    title: settings.title,
    cost: settings.cost,
    prompt: settings.prompt,
    isEnabled: settings.is_enabled,
    isPaused: settings.is_paused,
    isInputRequired: settings.is_user_input_required,
    isOurs: clientId === ourClientId,
  };
}
