import { sql } from "drizzle-orm";
import { type Instant, instant, iso } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { NewJob } from "#domain/forwarder/job";
import { duplicate, type Increment, together } from "#domain/forwarder/tally";
import { ask } from "../ask.ts";
import { tallied } from "./tallies.ts";

/** What one arrival comes to, over all mappings. */
export interface Wish {
  /** `-1001:77`: whose the prints are. */
  readonly owner: string;
  /** Whether it is itself a copy of ours, one link of a chain. */
  readonly isOurs: boolean;
  readonly jobs: readonly NewJob[];
  readonly counts: readonly Increment[];
}

/** A job that stands in Postgres and wants a place in its line. */
export interface PutJob {
  readonly id: number;
  readonly chat: string;
  readonly rank: number;
  readonly notBefore: Instant;
}

/**
 * Writes jobs and reserves their prints, each wish in one statement and all of them in one transaction. Not written is a job
 * whose key is there already, whose prints another post holds, or whose source another reader has told us of though it is
 * our own copy. Told twice, it writes nothing twice; only the counters may count twice.
 *
 * Answers every job of the wishes that has still to be done. Throws SilenceError and UpstreamError.
 */
export async function putJobs(
  databaseUrl: Secret,
  wishes: readonly Wish[],
  now: Instant,
): Promise<readonly PutJob[]> {
  const [first, ...others] = wishes.filter(({ jobs, counts }) => jobs.length + counts.length > 0);
  if (!first) return [];
  const answers = await ask(databaseUrl, (db) =>
    db.batch([db.execute(putting(first, now)), ...others.map((wish) => db.execute(putting(wish, now)))]),
  );
  return answers.flatMap(({ rows }) => rows.map(({ job }) => put(job as Written)));
}

type Written = Omit<PutJob, "notBefore"> & { readonly notBefore: string };

const put = ({ notBefore, ...job }: Written): PutJob => ({
  ...job,
  notBefore: instant(Date.parse(notBefore)),
});

function putting({ owner, isOurs, jobs, counts }: Wish, now: Instant) {
  const at = iso(now);
  const rows = JSON.stringify(jobs.map((job) => row(job, now)));
  const counted = JSON.stringify(together(counts));
  return sql`
    with wish as (
      select * from jsonb_to_recordset(${rows}::jsonb) as wish(
        key text, mapping_id int, source_chat text, source_ids jsonb, target_chat text, target_topic int, rank bigint,
        not_before timestamptz, work jsonb, content text, trace_id text, post_key text, as_post jsonb,
        scope text, prints jsonb, near text, near_most int, until timestamptz, duplicate text, unless_linked boolean)
    ), fresh as (
      select * from wish
      where not exists (select from forward_jobs job where job.key = wish.key)
        and not (coalesce(wish.unless_linked, false) and exists (select from forward_links link
          where link.mapping_id = wish.mapping_id and link.source_chat = wish.source_chat
            and link.source_id = (wish.source_ids->>0)::bigint))
        and (${isOurs} or not exists (select from forward_links link where link.target_chat = wish.source_chat
          and link.target_id in (select id::bigint from jsonb_array_elements_text(wish.source_ids) id)))
    ), merged as (
      -- An edit of what nobody has begun to send: it goes as it is now, or not at all.
      update forward_jobs job set work = fresh.as_post, content = fresh.content,
        state = case when fresh.as_post is null then 'done' else 'waiting' end,
        outcome = case when fresh.as_post is null then 'edited-away' end,
        ended_at = case when fresh.as_post is null then ${at}::timestamptz end
      from fresh
      where job.key = fresh.post_key and job.source_ids = fresh.source_ids and job.state = 'waiting'
        and job.steps_done = 0 and job.attempts = 0 and job.unsure = 0
      returning job.key, job.state, job.print_scope
    ), released as (
      delete from forward_prints print using merged
      where merged.state = 'done' and print.scope = merged.print_scope and print.owner = ${owner}
    ), known as (
      select fresh.key, fresh.mapping_id, fresh.scope, fresh.duplicate from fresh where exists (
        select from forward_prints held where held.scope = fresh.scope and held.until > ${at} and held.owner <> ${owner}
          and (fresh.prints ? held.print or (fresh.near is not null and held.print like 'near:%' and
            bit_count(('x' || substr(held.print, 6))::bit(64) # ('x' || fresh.near)::bit(64)) <= fresh.near_most)))
    ), reserved as (
      insert into forward_prints (scope, print, owner, until)
      select distinct fresh.scope, print, ${owner}, fresh.until
      from fresh, jsonb_array_elements_text(fresh.prints) print
      where not exists (select from known where known.scope = fresh.scope)
      on conflict (scope, print) do update set owner = excluded.owner, until = excluded.until
        where forward_prints.until <= ${at} or forward_prints.owner = excluded.owner
      returning scope, print
    ), written as (
      insert into forward_jobs (key, mapping_id, source_chat, source_ids, target_chat, target_topic, rank, not_before,
        work, content, print_scope, trace_id)
      select key, mapping_id, source_chat, source_ids, target_chat, target_topic, rank,
        -- Nothing of a mapping overtakes what waits longer.
        greatest(not_before, (select max(job.not_before) from forward_jobs job
          where job.mapping_id = fresh.mapping_id and job.state = 'waiting')),
        work, content, scope, trace_id
      from fresh
      where not exists (select from merged where merged.key = fresh.post_key)
        and jsonb_array_length(fresh.prints) =
          (select count(*) from reserved where reserved.scope = fresh.scope and fresh.prints ? reserved.print)
      order by rank
      on conflict (key) do nothing
      returning id, target_chat, rank, not_before
    ), counted as (${tallied(
      sql`jsonb_to_recordset(${counted}::jsonb) as count("mappingId" int, what text, detail text, count bigint)`,
    )}), duplicates as (${tallied(
      sql`(select mapping_id as "mappingId", 'duplicate' as what, duplicate as detail, 1 as count from known) as count`,
    )})
    select jsonb_build_object('id', id, 'chat', target_chat, 'rank', rank, 'notBefore', not_before) as job
    from written
    union all
    select jsonb_build_object('id', job.id, 'chat', job.target_chat, 'rank', job.rank, 'notBefore', job.not_before)
    from forward_jobs job join wish using (key) where job.state = 'waiting'`;
}

function row({ work, prints, target, ...job }: NewJob, now: Instant) {
  return {
    key: job.key,
    mapping_id: job.mappingId,
    source_chat: job.sourceChat,
    source_ids: job.sourceIds,
    target_chat: target.chat,
    target_topic: target.topic ?? 0,
    rank: job.rank,
    not_before: iso(job.notBefore),
    work,
    content: job.content,
    trace_id: job.traceId,
    post_key: job.postKey,
    unless_linked: job.unlessLinked,
    as_post: work.is === "edit" ? work.asPost : undefined,
    prints: [],
    ...(prints && {
      scope: prints.scope,
      prints: printsIn(prints),
      near: prints.near?.hash,
      near_most: prints.near?.most,
      until: iso(instant(now + prints.windowSeconds * 1_000)),
      duplicate: duplicate(job.mappingId, prints.scope).detail,
    }),
  };
}

const printsIn = ({ content, origin, near }: NonNullable<NewJob["prints"]>): readonly string[] => [
  `origin:${origin}`,
  ...(content ? [`content:${content}`] : []),
  ...(near ? [`near:${near.hash}`] : []),
];
