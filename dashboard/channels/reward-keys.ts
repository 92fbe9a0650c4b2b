/** The rewards that there are. The page cannot ask the features themselves: they bring all their rules along. */
export const rewardKeys = ["keg", "boar", "trash", "beer", "twenty-one"] as const;
