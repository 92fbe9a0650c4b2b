import { and, desc, eq, gte, notInArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { hours, instant, type Instant, iso, type Millis } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { jobsByState, type Queue, queueOf } from "./forwarder/figures.ts";
import { forwardJobs } from "./forwarder/schema.ts";
import { downloads } from "./schema.ts";

/** How often something has failed in the last hour and in the last day. */
export interface Failures {
  readonly kind: string;
  readonly hour: number;
  readonly day: number;
}

/** What waits, and what has failed of late. */
export interface HouseFigures {
  readonly queue: Queue;
  /** Posts that were given up. */
  readonly forwarder: readonly Failures[];
  /** Requests that ended with a reason. */
  readonly downloader: readonly Failures[];
}

/** Throws what `ask` throws. */
export const houseFigures = (databaseUrl: Secret, now: Instant, patience: Millis): Promise<HouseFigures> =>
  ask(
    databaseUrl,
    async (db) => {
      const day = iso(instant(now - hours(24)));
      const [jobs, forwarder, downloader] = await db.batch([
        jobsByState(db),
        db
          .select({
            kind: sql<string>`coalesce(${forwardJobs.outcome}, 'unknown')`,
            ...counts(forwardJobs.endedAt, now),
          })
          .from(forwardJobs)
          .where(and(eq(forwardJobs.state, "dead"), gte(forwardJobs.endedAt, day)))
          .groupBy(forwardJobs.outcome)
          .orderBy(desc(sql`count(*)`)),
        db
          .select({ kind: sql<string>`${downloads.outcome}`, ...counts(downloads.endedAt, now) })
          .from(downloads)
          .where(and(notInArray(downloads.outcome, ["delivered", "cancelled"]), gte(downloads.endedAt, day)))
          .groupBy(downloads.outcome)
          .orderBy(desc(sql`count(*)`)),
      ]);
      return { queue: queueOf(jobs), forwarder, downloader };
    },
    patience,
  );

const counts = (endedAt: PgColumn, now: Instant) => ({
  hour: sql<number>`count(*) filter (where ${gte(endedAt, iso(instant(now - hours(1))))})`.mapWith(Number),
  day: sql<number>`count(*)`.mapWith(Number),
});
