import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { moment } from "../schema.ts";
import type { Access, ChatType } from "#domain/forwarder/chat";
import type { Work } from "#domain/forwarder/job";
import type { TroubleKind } from "#domain/forwarder/trouble";

/** A Telegram chat that the forwarder knows. */
export const forwardChats = pgTable("forward_chats", {
  id: text().primaryKey(),
  type: text().$type<ChatType>().notNull(),
  title: text().notNull(),
  username: text(),
  hasTopics: boolean("has_topics").notNull().default(false),
  isProtected: boolean("is_protected").notNull().default(false),
  access: jsonb().$type<Access>().notNull(),
  trouble: text(),
  checkedAt: moment("checked_at").notNull(),
});

/** From one source to one target. Topic 0: none is meant. */
export const forwardMappings = pgTable(
  "forward_mappings",
  {
    id: serial().primaryKey(),
    sourceChat: text("source_chat").notNull(),
    sourceTopic: integer("source_topic").notNull().default(0),
    targetChat: text("target_chat").notNull(),
    targetTopic: integer("target_topic").notNull().default(0),
    label: text().notNull().default(""),
    enabled: boolean().notNull().default(true),
    /** What differs from the defaults: shared/domain/forwarder/mapping-settings.ts */
    settings: jsonb().notNull(),
    trouble: text().$type<TroubleKind>(),
    lastCarriedAt: moment("last_carried_at"),
    lastMode: text("last_mode"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (table) => [
    unique("forward_mappings_places").on(
      table.sourceChat,
      table.sourceTopic,
      table.targetChat,
      table.targetTopic,
    ),
    index("forward_mappings_by_target").on(table.targetChat),
  ],
);

export const jobStates = ["waiting", "sending", "done", "dead"] as const;

/** One mapping's share of a post, an edit or a pin. A dead one waits for a person. */
export const forwardJobs = pgTable(
  "forward_jobs",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    key: text().notNull().unique(),
    mappingId: integer("mapping_id").notNull(),
    sourceChat: text("source_chat").notNull(),
    sourceIds: jsonb("source_ids").$type<readonly number[]>().notNull(),
    targetChat: text("target_chat").notNull(),
    targetTopic: integer("target_topic").notNull().default(0),
    /** The place in the target's line. */
    rank: bigint({ mode: "number" }).notNull(),
    /** Shortened to nothing when it is done. */
    work: jsonb().$type<Work>(),
    content: text().notNull(),
    /** Where its prints are reserved, if they are. */
    printScope: text("print_scope"),
    state: text({ enum: jobStates }).notNull().default("waiting"),
    /** It stands in no line before: a delay, or quiet hours. */
    notBefore: moment("not_before").notNull(),
    /** Its line waits for it until then: Telegram said so, or it failed. */
    retryAt: moment("retry_at"),
    /** Of its work. */
    stepsDone: integer("steps_done").notNull().default(0),
    /** Failures that count; a 429 does not. */
    attempts: integer().notNull().default(0),
    /** How often nobody could tell whether Telegram had taken a message. */
    unsure: integer().notNull().default(0),
    /** Whoever sends it now, and until when they are believed to. */
    worker: text(),
    leasedUntil: moment("leased_until"),
    /** How it went out, or why it did not: a TroubleKind, `unchanged`, `nothing-to-edit`. */
    outcome: text(),
    /** What Telegram said. */
    said: text(),
    traceId: text("trace_id").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    index("forward_jobs_line")
      .on(table.targetChat, table.rank, table.id)
      .where(sql`state in ('waiting', 'sending')`),
    index("forward_jobs_dead")
      .on(table.endedAt)
      .where(sql`state = 'dead'`),
    index("forward_jobs_ended").on(table.endedAt),
    index("forward_jobs_by_mapping").on(table.mappingId, table.state),
  ],
);

/** Which message of a target stands for which message of a source. */
export const forwardLinks = pgTable(
  "forward_links",
  {
    mappingId: integer("mapping_id").notNull(),
    sourceChat: text("source_chat").notNull(),
    sourceId: bigint("source_id", { mode: "number" }).notNull(),
    /** A long text takes several messages. */
    part: integer().notNull().default(0),
    targetChat: text("target_chat").notNull(),
    /** 0: Telegram has taken it and has still to make it. */
    targetId: bigint("target_id", { mode: "number" }).notNull(),
    mode: text().notNull(),
    /** The bot that sent it, by its id; null: the first one. */
    sender: text(),
    /** Of the source's content when it was last carried. */
    content: text().notNull(),
    sentAt: moment("sent_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.mappingId, table.sourceChat, table.sourceId, table.part] }),
    index("forward_links_by_target").on(table.targetChat, table.targetId),
  ],
);

/** What has been carried, or is about to be, for as long as the window lasts. */
export const forwardPrints = pgTable(
  "forward_prints",
  {
    scope: text().notNull(),
    /** `content:…`, `origin:…`, `near:…` */
    print: text().notNull(),
    /** The post that has reserved it, `-1001:77`: it is no duplicate of itself. */
    owner: text().notNull(),
    until: moment("until").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.print] }),
    index("forward_prints_by_owner").on(table.owner),
    index("forward_prints_until").on(table.until),
  ],
);

/** Counters for good: what was carried, discarded and refused, by mapping. */
export const forwardTallies = pgTable(
  "forward_tallies",
  {
    mappingId: integer("mapping_id").notNull(),
    /** `carried`, `discarded`, `duplicate`, `error`. */
    what: text().notNull(),
    /** The mode, the filter, the scope, or the kind of trouble. */
    detail: text().notNull(),
    count: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.mappingId, table.what, table.detail] })],
);

/** What an administrator is in the middle of, in the bot's panel. */
export const panelSessions = pgTable("panel_sessions", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  until: moment("until").notNull(),
});
