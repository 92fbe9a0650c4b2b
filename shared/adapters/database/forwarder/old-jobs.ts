import { sql } from "drizzle-orm";
import type { Instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { ask } from "../ask.ts";

/** Jobs that are over tell what happened for a month; links, which edits and answers need, stay for half a year. */
const days = { jobs: 30, links: 180 } as const;

/** Deletes what nobody looks at any more. Dead letters stay until somebody decides. Throws SilenceError and UpstreamError. */
export async function forgetOldJobs(databaseUrl: Secret, now: Instant): Promise<void> {
  const ago = (many: number) => new Date(now - many * 86_400_000).toISOString();
  await ask(databaseUrl, (db) =>
    db.batch([
      db.execute(sql`delete from forward_jobs where state = 'done' and ended_at < ${ago(days.jobs)}`),
      db.execute(sql`delete from forward_links where sent_at < ${ago(days.links)}`),
      db.execute(sql`delete from forward_prints where until < ${ago(0)}`),
      db.execute(sql`delete from panel_sessions where until < ${ago(0)}`),
    ]),
  );
}
