import type { Served } from "../serve.ts";
import { channelsOperations } from "./channels.ts";
import { channelDeadLetterOperations } from "./dead-letters.ts";
import { gamesOperations } from "./games.ts";
import { playersOperations } from "./players.ts";
import { redemptionsOperations } from "./redemptions.ts";
import { rewardsOperations } from "./rewards.ts";
import { settingsOperations } from "./settings.ts";

/** Everything about a Twitch channel. */
export const channelOperations: readonly Served[] = [
  ...channelsOperations,
  ...settingsOperations,
  ...rewardsOperations,
  ...playersOperations,
  ...gamesOperations,
  ...redemptionsOperations,
  ...channelDeadLetterOperations,
];
