import { and, count, countDistinct, desc, eq, gte, max, notInArray, sql } from "drizzle-orm";
import type { Instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { clicks, downloads, referrals, telegramUsers, uploads } from "./schema.ts";

// What the downloader bot has done, counted from its rows. A download is a request that ended as `delivered`, the first
// one of a video or a person too; a failure is one that ended with a reason. Days and months are UTC.

const delivered = eq(downloads.outcome, "delivered");
const failed = notInArray(downloads.outcome, ["delivered", "cancelled"]);
const deliveries = sql<number>`count(*) filter (where ${delivered})`.mapWith(Number);
const failures = sql<number>`count(*) filter (where ${failed})`.mapWith(Number);
const since = (moment: Instant) => gte(downloads.endedAt, new Date(moment).toISOString());
const deliveriesSince = (moment: Instant) =>
  sql<number>`count(*) filter (where ${and(delivered, since(moment))})`.mapWith(Number);

/** Everything at one glance. `day` and `month` are when the current ones began. */
export const summarised = (databaseUrl: Secret, day: Instant, month: Instant) =>
  ask(databaseUrl, async (db) => {
    const [row] = await db
      .select({
        users: sql<number>`(select count(*) from ${telegramUsers})`.mapWith(Number),
        videos: sql<number>`(select count(distinct ${uploads.post}) from ${uploads})`.mapWith(Number),
        clicks: sql<number>`(select count(*) from ${clicks})`.mapWith(Number),
        referrals: sql<number>`(select count(*) from ${referrals})`.mapWith(Number),
        downloads: deliveries,
        downloadsOfDay: deliveriesSince(day),
        downloadsOfMonth: deliveriesSince(month),
        failures,
      })
      .from(downloads);
    return row;
  });

/** What was downloaded most, the most recent first among equals. */
export const mostDownloaded = (databaseUrl: Secret, limit: number) =>
  ask(databaseUrl, (db) =>
    db
      .select({
        post: downloads.post,
        platform: downloads.platform,
        downloads: count(),
        last: max(downloads.endedAt),
      })
      .from(downloads)
      .where(delivered)
      .groupBy(downloads.post, downloads.platform)
      .orderBy(desc(count()), desc(max(downloads.endedAt)), downloads.post)
      .limit(limit),
  );

export const downloadsByPlatform = (databaseUrl: Secret) =>
  ask(databaseUrl, (db) =>
    db
      .select({ platform: downloads.platform, downloads: count() })
      .from(downloads)
      .where(delivered)
      .groupBy(downloads.platform),
  );

/** How many people have downloaded something since then. */
export const downloaders = (databaseUrl: Secret, moment: Instant) =>
  ask(databaseUrl, async (db) => {
    const [row] = await db
      .select({ users: countDistinct(downloads.userId) })
      .from(downloads)
      .where(and(delivered, since(moment)));
    return row?.users ?? 0;
  });

/** The days since then on which there was something; `users` have downloaded. */
export const downloadsByDay = (databaseUrl: Secret, moment: Instant) =>
  ask(databaseUrl, (db) => {
    const day = sql<string>`to_char(${downloads.endedAt} at time zone 'UTC', 'YYYY-MM-DD')`;
    const users = sql<number>`count(distinct ${downloads.userId}) filter (where ${delivered})`.mapWith(
      Number,
    );
    return db
      .select({ day, downloads: deliveries, users, failures })
      .from(downloads)
      .where(since(moment))
      .groupBy(day);
  });

/** Why requests have failed since then, the most frequent reason first. */
export const failuresByReason = (databaseUrl: Secret, moment: Instant) =>
  ask(databaseUrl, (db) =>
    db
      .select({ reason: downloads.outcome, failures: count(), last: max(downloads.endedAt) })
      .from(downloads)
      .where(and(failed, since(moment)))
      .groupBy(downloads.outcome)
      .orderBy(desc(count()), downloads.outcome),
  );
