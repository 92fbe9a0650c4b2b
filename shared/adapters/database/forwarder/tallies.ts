import { type SQL, sql } from "drizzle-orm";

/** Adds counts to the counters. `counts` is what stands behind FROM: rows named `count`, as an Increment has them. */
export const tallied = (counts: SQL): SQL => sql`
  insert into forward_tallies (mapping_id, what, detail, count)
  select count."mappingId", count.what, count.detail, count.count from ${counts}
  on conflict (mapping_id, what, detail) do update set count = forward_tallies.count + excluded.count
  returning 1`;
