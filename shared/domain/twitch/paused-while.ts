import { featureOfReward } from "./features/index.ts";
import type { SleepSettings } from "./features/sleep/settings.ts";
import { type ChannelSettings, isSwitchedOff } from "./settings.ts";

/** What a reward may be paused for by the bot: it is stopped, the reward's feature is switched off, or the bot sleeps. */
export const reasonsToPause = ["stopped", "switched-off", "asleep"] as const;
export type PausedWhile = (typeof reasonsToPause)[number];

interface Bot {
  readonly settings: ChannelSettings;
  /** Whether nobody has stopped it. */
  readonly isRunning: boolean;
  readonly isAwake: boolean;
}

/** Why nobody is to spend points on a reward just now; undefined: everybody may. What lasts longest is named first. */
export function pausedWhile(key: string, { settings, isRunning, isAwake }: Bot): PausedWhile | undefined {
  if (!isRunning) return "stopped";
  const feature = featureOfReward(key);
  if (feature !== undefined && isSwitchedOff(feature, settings)) return "switched-off";
  // The cast: the schema of this section made it.
  const { redemptions } = settings.sleep as SleepSettings;
  return !isAwake && redemptions === "pause" ? "asleep" : undefined;
}
