import { sql } from "drizzle-orm";
import { type Instant, instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { ask } from "../ask.ts";

/** A job that is not over, as its line has to know it. */
export interface OpenJob {
  readonly id: number;
  readonly chat: string;
  readonly rank: number;
  readonly notBefore: Instant;
  /** Until when its line waits for it. */
  readonly retryAt?: Instant;
  /** Until when somebody is believed to be at it. */
  readonly handUntil?: Instant;
}

/** More than this at once would be too much for one answer; the sweep comes again. */
const most = 20_000;

/** Every job that is not over: what the lines in Redis are made of. Throws SilenceError and UpstreamError. */
export async function openJobs(databaseUrl: Secret): Promise<readonly OpenJob[]> {
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      select id::float8 as id, target_chat as chat, rank::float8 as rank,
        extract(epoch from not_before) * 1000 as not_before,
        extract(epoch from retry_at) * 1000 as retry_at,
        case when state = 'sending' then extract(epoch from leased_until) * 1000 end as hand_until
      from forward_jobs where state in ('waiting', 'sending') order by rank limit ${most}`),
  );
  return rows.map(({ id, chat, rank, not_before, retry_at, hand_until }): OpenJob => ({
    id: Number(id),
    chat: String(chat),
    rank: Number(rank),
    notBefore: instant(Math.floor(Number(not_before))),
    ...(retry_at !== null && { retryAt: instant(Math.ceil(Number(retry_at))) }),
    ...(hand_until !== null && { handUntil: instant(Math.ceil(Number(hand_until))) }),
  }));
}

/** How many jobs are not over. */
export async function countOpenJobs(databaseUrl: Secret): Promise<number> {
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`select count(*) as open from forward_jobs where state in ('waiting', 'sending')`),
  );
  return Number(rows[0]?.["open"] ?? 0);
}

/** Which of these jobs are not over. Throws SilenceError and UpstreamError. */
export async function openAmong(databaseUrl: Secret, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      select id::float8 as id from forward_jobs where state in ('waiting', 'sending')
        and id in (select each::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) each)`),
  );
  return new Set(rows.map(({ id }) => Number(id)));
}

/** The group has become a supergroup: whatever knew its old id knows the new one. Throws SilenceError and UpstreamError. */
export async function followMigration(databaseUrl: Secret, from: string, to: string): Promise<void> {
  await ask(databaseUrl, (db) =>
    db.batch([
      db.execute(
        sql`update forward_jobs set target_chat = ${to} where target_chat = ${from} and state <> 'done'`,
      ),
      // A mapping between the same places may be there already; then that one goes on.
      db.execute(sql`update forward_mappings mapping set source_chat = ${to} where source_chat = ${from} and not exists (
        select from forward_mappings other where other.source_chat = ${to} and other.source_topic = mapping.source_topic
          and other.target_chat = mapping.target_chat and other.target_topic = mapping.target_topic)`),
      db.execute(sql`update forward_mappings mapping set target_chat = ${to} where target_chat = ${from} and not exists (
        select from forward_mappings other where other.target_chat = ${to} and other.target_topic = mapping.target_topic
          and other.source_chat = mapping.source_chat and other.source_topic = mapping.source_topic)`),
      db.execute(sql`insert into forward_chats (id, type, title, username, has_topics, is_protected, access, checked_at)
        select ${to}, 'supergroup', title, username, has_topics, is_protected, access, checked_at
        from forward_chats where id = ${from} on conflict (id) do nothing`),
      db.execute(sql`delete from forward_chats where id = ${from}`),
    ]),
  );
}
