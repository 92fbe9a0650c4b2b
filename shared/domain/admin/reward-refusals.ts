/** Why a reward is not as somebody would have it, in words. Each has a code of its own: `reward-gone`. */
export const rewardRefusals = {
  title: "The channel has another reward with this title",
  fifty: "The channel has fifty rewards, and Twitch takes no more",
  affiliate:
    "Twitch does not allow it: channel points are for affiliates and partners, and rewards are changed by whoever made them",
  consent: "The broadcaster has not signed in, or has to sign in again",
  gone: "Twitch does not have this reward, or not any more: create it first",
  there: "Twitch has this reward already",
  often: "Twitch is asked too often; try again in a minute",
  silence: "Twitch does not answer; whether it has acted is not known",
  asleep: "The bot sleeps, and its rewards are paused until it wakes up",
  stopped: "The bot is stopped, and its rewards are paused until it is started",
  "switched-off": "The reward's feature is switched off, and the reward is paused until it is on again",
} as const;

export type RewardRefusal = keyof typeof rewardRefusals;
/** The cast: an object has its own keys. */
export const rewardRefusalNames = Object.keys(rewardRefusals) as readonly RewardRefusal[];

export const codeOf = (refusal: RewardRefusal) => `reward-${refusal}` as const;
