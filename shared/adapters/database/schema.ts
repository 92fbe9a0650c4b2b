import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

// ISO 8601 texts, so that a row can wait in a journal as JSON.
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** A Twitch channel that Taproom looks after. */
export const channels = pgTable("channels", {
  id: text().primaryKey(),
  login: text().notNull(),
  settings: jsonb().notNull(),
  updatedAt: moment("updated_at").notNull(),
});

/** Somebody who has taken part in a channel's games, under the names last seen. */
export const players = pgTable(
  "players",
  {
    channelId: text("channel_id").notNull(),
    id: text().notNull(),
    login: text().notNull(),
    name: text().notNull(),
    wins: integer().notNull().default(0),
    losses: integer().notNull().default(0),
    tickets: integer().notNull().default(0),
    seenAt: moment("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.id] })],
);

/** The ledger of channel points: every redemption of our rewards, and how it ended. */
export const redemptions = pgTable(
  "redemptions",
  {
    id: text().primaryKey(),
    channelId: text("channel_id").notNull(),
    reward: text().notNull(),
    rewardId: text("reward_id").notNull(),
    playerId: text("player_id").notNull(),
    input: text().notNull(),
    cost: integer().notNull(),
    /** UNFULFILLED, FULFILLED or CANCELED, as Helix says it. */
    status: text().notNull(),
    receivedAt: moment("received_at").notNull(),
    resolvedAt: moment("resolved_at"),
  },
  (table) => [index("redemptions_by_channel").on(table.channelId, table.receivedAt)],
);

/** How each game ended. */
export const gameResults = pgTable(
  "game_results",
  {
    /** The redemption that began the game, or whatever else names it. */
    id: text().primaryKey(),
    channelId: text("channel_id").notNull(),
    game: text().notNull(),
    hostId: text("host_id").notNull(),
    ending: text().notNull(),
    details: jsonb().notNull(),
    startedAt: moment("started_at").notNull(),
    endedAt: moment("ended_at").notNull(),
  },
  (table) => [index("game_results_by_channel").on(table.channelId, table.game, table.endedAt)],
);
