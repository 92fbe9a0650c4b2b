import type { Game } from "./game.ts";
import { keg } from "./keg/index.ts";

/** Every game a channel can play. To add one: a folder beside this file, and its name here. */
export const games = { keg } satisfies Record<string, Game>;

export type GameId = keyof typeof games;
export const gameIds = Object.keys(games) as GameId[];

/** The game a reward belongs to; reward keys are unique over all games (tests/registries.test.ts). */
export const gameOfReward = (key: string): GameId | undefined =>
  gameIds.find((id) => key in games[id].rewards);
