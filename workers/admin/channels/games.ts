import { type Game, lastGames } from "#adapters/database/games";
import { gamesApi } from "#domain/admin/api/channels/games";
import { deskAlone, served } from "../serve.ts";
import { cursorAt, partOf, partsOf } from "./cursor.ts";

/** How the games of a channel have ended. */
export const gamesOperations = served(gamesApi, deskAlone, {
  async list({ inPath: { id }, query: { limit, cursor, game } }, { config }) {
    const [endedAt, last] = cursor === undefined ? [] : partsOf(cursor, /^([\dTZ:.-]{20,30})~(.+)$/);
    const found = await lastGames(config.DATABASE_URL, {
      channel: id,
      limit: limit + 1,
      ...(game !== undefined && { game }),
      ...(endedAt !== undefined && last !== undefined && { before: { endedAt, id: last } }),
    });
    return partOf(found.map(shownGame), limit, {
      shown: (each) => each,
      cursor: (each) => cursorAt(each.endedAt, each.id),
    });
  },
});

/** The cast: a game's details are an object of its own. */
export const shownGame = ({ hostId, login, name, startedAt, endedAt, details, ...game }: Game) => ({
  ...game,
  host: { id: hostId, ...(login !== null && { login }), ...(name !== null && { name }) },
  details: details as Readonly<Record<string, unknown>>,
  startedAt: new Date(startedAt).toISOString(),
  endedAt: new Date(endedAt).toISOString(),
});
