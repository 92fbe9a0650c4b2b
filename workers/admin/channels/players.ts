import { iso } from "#kernel/clock";
import { Missing, TaproomError } from "#kernel/errors";
import type { ChatterId } from "#kernel/ids";
import { lastGamesOf } from "#adapters/database/games";
import type { Corrected, KnownPlayer } from "#durable-objects/channel/owner/players";
import type { Placed } from "#durable-objects/channel/players";
import { playersApi } from "#domain/admin/api/channels/players";
import { rankGuide } from "#domain/twitch/guide/guide";
import { served } from "../serve.ts";
import { cursorAt, partOf, partsOf } from "./cursor.ts";
import { type Tools, toolsOf } from "./room.ts";
import { shownGame } from "./games.ts";

/** Everybody who plays. The casts: RPC's types lose what an answer is made of. */
export const playersOperations = served(playersApi, toolsOf, {
  async list({ inPath: { id }, query: { limit, cursor, search } }, { room }) {
    const [wins, losses, last] = cursor === undefined ? [] : partsOf(cursor, /^(\d+)~(\d+)~(\d+)$/);
    const found = (await room(id).owner.players.list({
      beginning: search,
      limit: limit + 1,
      ...(last !== undefined && { after: { wins: Number(wins), losses: Number(losses), id: last } }),
    })) as Placed[];
    return partOf(found, limit, {
      shown,
      cursor: ({ chatter, score }) => cursorAt(score.wins, score.losses, chatter.id),
    });
  },
  async read({ inPath: { id, player } }, tools) {
    const known = (await tools.room(id).owner.players.find(player as ChatterId)) as KnownPlayer | undefined;
    if (!known) throw nobody(player);
    const games = await gamesOf(id, player, tools);
    return {
      ...shown(known),
      redemptions: known.redemptions.map((entry) => ({
        id: entry.id,
        reward: entry.reward,
        state: entry.status,
        cost: entry.cost,
        at: iso(entry.at),
      })),
      ...(games && { games }),
    };
  },
  async correct({ inPath: { id, player }, body }, { room, note }) {
    const corrected = (await room(id).owner.players.correct(player as ChatterId, body)) as
      | Corrected
      | undefined;
    if (!corrected) throw nobody(player);
    note({ before: corrected.before.score, after: corrected.after.score });
    return shown(corrected.after);
  },
  async import({ inPath: { id }, body: { players, dryRun } }, { room, note }) {
    const taken = players.map(({ id: player, login, name, ...score }) => ({
      chatter: { id: player as ChatterId, login, name },
      score,
    }));
    const imported = await room(id).owner.players.import(taken, dryRun);
    note({ after: { dryRun, sent: players.length, ...imported } });
    return imported;
  },
});

const nobody = (player: string) => new Missing(`Nobody of the id ${player} has a score here`);

const shown = ({ chatter, score, place }: Placed) => ({
  ...chatter,
  ...score,
  rank: rankGuide(score.wins),
  ...(place !== undefined && { place }),
});

/** undefined: Postgres does not tell; everything else is worth being shown all the same. */
async function gamesOf(channel: string, player: string, { config, log }: Tools) {
  try {
    const games = await lastGamesOf(config.DATABASE_URL, { channel, player, limit: 20 });
    return games.map((game) => {
      const { id, game: name, ending, endedAt } = shownGame(game);
      return { id, game: name, ending, endedAt };
    });
  } catch (error) {
    if (!(error instanceof TaproomError)) throw error;
    log.warn("player.games-unknown", { why: error.message });
    return undefined;
  }
}
