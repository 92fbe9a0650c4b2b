import type { Feature, RewardDesign } from "./feature.ts";
import { beer } from "./beer/index.ts";
import { butt } from "./butt/index.ts";
import { club } from "./club/index.ts";
import { collectors } from "./collectors/index.ts";
import { keg } from "./keg/index.ts";
import { ranks } from "./ranks/index.ts";
import { sleep } from "./sleep/index.ts";
import { twentyOne } from "./twenty-one/index.ts";
import { voteban } from "./voteban/index.ts";

/** Everything a channel can do. To add a feature: a folder beside this file, and its name here. */
export const features = {
  beer,
  butt,
  club,
  collectors,
  keg,
  ranks,
  sleep,
  "twenty-one": twentyOne,
  voteban,
} satisfies Record<string, Feature>;

export type FeatureId = keyof typeof features;
export const featureIds = Object.keys(features) as FeatureId[];

/** The feature a reward belongs to; reward keys are unique over all of them (tests/registries.test.ts). */
export const featureOfReward = (key: string): FeatureId | undefined =>
  featureIds.find((id) => key in features[id].rewards);

/** How the reward of every key looks where nobody has changed it. */
export const rewardDesigns: ReadonlyMap<string, RewardDesign> = new Map(
  featureIds.flatMap((id) => Object.entries(features[id].rewards)),
);
