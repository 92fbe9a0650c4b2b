/** Short names of what the channel's games are made of: what nobody has named yet is called by its key. */
import { say } from "./words.ts";

const named = (kind: string, key: string) => {
  const name = `channels-${kind}-${key}`;
  const said = say(name);
  return said === name ? key : said;
};

/** A feature, or another section of the settings. */
export const featureName = (key: string): string => named("feature", key);
export const rewardName = (key: string): string => named("reward", key);
/** The one word with which a game tells how it ended. */
export const endingName = (ending: string): string => named("ending", ending);
