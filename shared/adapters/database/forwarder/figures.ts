import { inArray, sql } from "drizzle-orm";
import type { NeonHttpDatabase } from "drizzle-orm/neon-http";
import { seconds } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { Increment, TallyWord } from "#domain/forwarder/tally";
import { ask } from "../ask.ts";
import { forwardJobs, forwardTallies } from "./schema.ts";

/** How much of everything there has been and is at the moment. */
export interface ForwarderFigures extends Queue {
  /** By mapping where it is about how posts went out; of all mappings together otherwise, as mapping 0. */
  readonly tallies: readonly Increment[];
}

/** How much is not over. */
export interface Queue {
  readonly queue: readonly { readonly state: QueueState; readonly jobs: number }[];
  /** For how long the oldest of those that might go has waited. */
  readonly oldestSeconds: number;
}

const queueStates = ["waiting", "sending", "dead"] as const;
type QueueState = (typeof queueStates)[number];

const total = sql<number>`sum(${forwardTallies.count})`.mapWith(Number);
const byMapping = ["carried", "failed"] satisfies TallyWord[];
const mappingId =
  sql<number>`case when ${inArray(forwardTallies.what, byMapping)} then ${forwardTallies.mappingId} else 0 end`.as(
    "of_mapping",
  );
const mayGo = sql`${forwardJobs.state} = 'waiting' and ${forwardJobs.notBefore} <= now()`;
const waited = sql<number>`coalesce(extract(epoch from max(now() - greatest(${forwardJobs.createdAt}, ${forwardJobs.notBefore})) filter (where ${mayGo})), 0)`;

/** Throws what `ask` throws. */
export const forwarderFigures = (databaseUrl: Secret): Promise<ForwarderFigures> =>
  ask(
    databaseUrl,
    async (db) => {
      const [tallies, jobs] = await db.batch([
        db
          .select({ mappingId, what: forwardTallies.what, detail: forwardTallies.detail, count: total })
          .from(forwardTallies)
          .groupBy(sql`of_mapping`, forwardTallies.what, forwardTallies.detail),
        jobsByState(db),
      ]);
      // The cast: shared/domain/forwarder/tally.ts has all the words that are written.
      return { tallies: tallies as Increment[], ...queueOf(jobs) };
    },
    seconds(4),
  );

/** The question that `queueOf` reads the answer of. */
export const jobsByState = (db: NeonHttpDatabase) =>
  db
    .select({
      state: forwardJobs.state,
      jobs: sql<number>`count(*)`.mapWith(Number),
      oldest: waited.mapWith(Number),
    })
    .from(forwardJobs)
    .where(inArray(forwardJobs.state, [...queueStates]))
    .groupBy(forwardJobs.state);

export const queueOf = (jobs: Awaited<ReturnType<typeof jobsByState>>): Queue => ({
  queue: queueStates.map((state) => ({
    state,
    jobs: jobs.find((each) => each.state === state)?.jobs ?? 0,
  })),
  oldestSeconds: Math.max(0, ...jobs.map(({ oldest }) => oldest)),
});
