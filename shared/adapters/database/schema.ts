import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Ending } from "#domain/admin/api/audit";

// ISO 8601 texts, so that a row can wait in a journal as JSON.
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

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

/** Somebody who has asked the downloader bot for something. */
export const telegramUsers = pgTable("telegram_users", {
  /** The Telegram user id, or the chat id where a channel itself speaks. */
  id: text().primaryKey(),
  name: text().notNull(),
  username: text(),
  language: text().notNull(),
  /** Neither asks nor is answered. */
  blocked: boolean().notNull().default(false),
  /** Free downloads besides the usual ones, earned by referrals. */
  bonus: integer().notNull().default(0),
  firstSeenAt: moment("first_seen_at").notNull(),
  seenAt: moment("seen_at").notNull(),
});

/** A video, album or sound that lies at Telegram: what the cache remembers for good. */
export const uploads = pgTable(
  "uploads",
  {
    /** `tiktok:7301`: shared/domain/downloader/post.ts */
    post: text().notNull(),
    quality: text().notNull(),
    platform: text().notNull(),
    title: text().notNull(),
    author: text().notNull(),
    /** An Upload: shared/domain/downloader/upload.ts */
    upload: jsonb().notNull(),
    uploadedAt: moment("uploaded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.post, table.quality] })],
);

/** What came of each request: the event `download_completed`, and its failures. */
export const downloads = pgTable(
  "downloads",
  {
    /** The request's id: whatever is told twice counts once. */
    id: text().primaryKey(),
    userId: text("user_id").notNull(),
    post: text().notNull(),
    platform: text().notNull(),
    quality: text().notNull(),
    /** message, inline, deep-link or guest. */
    source: text().notNull(),
    /** delivered, cancelled, or the reason why not: shared/domain/downloader/reason.ts */
    outcome: text().notNull(),
    /** Whether it lay at Telegram already. */
    cached: boolean().notNull(),
    askedAt: moment("asked_at").notNull(),
    endedAt: moment("ended_at").notNull(),
  },
  (table) => [
    index("downloads_by_time").on(table.endedAt),
    index("downloads_by_user").on(table.userId, table.endedAt),
    index("downloads_by_post").on(table.post),
  ],
);

/** The event `video_view_clicked`: somebody pressed a button or followed a link to a video. */
export const clicks = pgTable(
  "clicks",
  {
    /** `update:<update id>` */
    id: text().primaryKey(),
    userId: text("user_id").notNull(),
    post: text(),
    /** button or deep-link. */
    kind: text().notNull(),
    at: moment("at").notNull(),
  },
  (table) => [index("clicks_by_time").on(table.at)],
);

/** The event `user_referred`: a new user came by somebody's link. */
export const referrals = pgTable(
  "referrals",
  {
    /** The new user: nobody is referred twice. */
    userId: text("user_id").primaryKey(),
    referrerId: text("referrer_id").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [index("referrals_by_referrer").on(table.referrerId)],
);

/** A Telegram chat's wishes of the downloader bot. */
export const telegramChats = pgTable("telegram_chats", {
  id: text().primaryKey(),
  /** shared/domain/downloader/chat-settings.ts */
  settings: jsonb().notNull(),
  updatedAt: moment("updated_at").notNull(),
});

/** Who has changed what. */
export const audit = pgTable(
  "audit",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    /** Of what AdminDO has written down; a change that was noted in the batch that made it has none. */
    key: text().unique(),
    at: moment("at").notNull().defaultNow(),
    /** A person's id: `twitch:1001`, `telegram:7001`, `name:anna`, `token`. */
    who: text().notNull(),
    /** What they were called then. */
    name: text().notNull().default(""),
    /** `PUT /api/channels/:id/settings`, `mapping.created`, … */
    what: text().notNull(),
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    ending: text().$type<Ending>().notNull().default("done"),
  },
  (table) => [index("audit_by_time").on(table.at)],
);
