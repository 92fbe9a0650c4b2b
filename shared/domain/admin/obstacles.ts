/** What keeps a dead letter from being tried again, in words. */
export const obstacles = {
  "too-late": "Its moment has passed: done now it would be worse than not done at all",
  ended: "The redemption has ended, or the ledger knows it no more",
  "given-back": "Whoever spent the points has got them back, so there is nothing left to play for",
  over: "What it belonged to is over: its feature has begun anew since",
} as const;

export type Obstacle = keyof typeof obstacles;
/** The cast: an object has its own keys. */
export const obstacleNames = Object.keys(obstacles) as [Obstacle, ...Obstacle[]];
