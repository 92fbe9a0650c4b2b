import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { NeonHttpDatabase } from "drizzle-orm/neon-http";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { gameResults, players } from "./schema.ts";

/** Which games are looked for; `before`: what follows this one. */
export interface GameQuestion {
  readonly channel: string;
  readonly limit: number;
  readonly game?: string;
  readonly before?: { readonly endedAt: string; readonly id: string };
}

export type Game = Awaited<ReturnType<typeof lastGames>>[number];

/** Games that have ended, and who had begun them, the latest first. */
export const lastGames = (databaseUrl: Secret, { channel, limit, game, before }: GameQuestion) =>
  ask(databaseUrl, (db) =>
    found(
      db,
      limit,
      eq(gameResults.channelId, channel),
      game === undefined ? undefined : eq(gameResults.game, game),
      before &&
        or(
          lt(gameResults.endedAt, before.endedAt),
          and(eq(gameResults.endedAt, before.endedAt), lt(gameResults.id, before.id)),
        ),
    ),
  );

interface PlayersGames {
  readonly channel: string;
  readonly player: string;
  readonly limit: number;
}

/** What somebody has played, as whoever began a game or as one of those in it. */
export const lastGamesOf = (databaseUrl: Secret, { channel, player, limit }: PlayersGames) =>
  ask(databaseUrl, (db) =>
    found(
      db,
      limit,
      eq(gameResults.channelId, channel),
      or(
        eq(gameResults.hostId, player),
        sql`jsonb_path_exists(${gameResults.details}, '$.** ? (@.id == $who)', jsonb_build_object('who', ${player}::text))`,
      ),
    ),
  );

const found = (db: NeonHttpDatabase, limit: number, ...conditions: readonly (SQL | undefined)[]) =>
  db
    .select({
      id: gameResults.id,
      game: gameResults.game,
      hostId: gameResults.hostId,
      login: players.login,
      name: players.name,
      ending: gameResults.ending,
      details: gameResults.details,
      startedAt: gameResults.startedAt,
      endedAt: gameResults.endedAt,
    })
    .from(gameResults)
    .leftJoin(players, and(eq(players.channelId, gameResults.channelId), eq(players.id, gameResults.hostId)))
    .where(and(...conditions))
    .orderBy(desc(gameResults.endedAt), desc(gameResults.id))
    .limit(limit);
