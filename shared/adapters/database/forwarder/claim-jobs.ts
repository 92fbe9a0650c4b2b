import { type SQL, sql } from "drizzle-orm";
import { after, type Instant, instant, iso, type Millis } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { ChatType, Place } from "#domain/forwarder/chat";
import type { Work } from "#domain/forwarder/job";
import { ask } from "../ask.ts";

/** A job that a worker has claimed, and all it needs to do it. */
export interface ClaimedJob {
  readonly id: number;
  readonly key: string;
  readonly mappingId: number;
  readonly sourceChat: string;
  readonly target: Place;
  readonly targetType: ChatType | undefined;
  readonly rank: number;
  readonly work: Work;
  readonly content: string;
  readonly stepsDone: number;
  readonly attempts: number;
  readonly unsure: number;
  readonly traceId: string;
  readonly createdAt: Instant;
  /** Undefined: the mapping has been deleted. The settings are as they are stored. */
  readonly mapping: { readonly enabled: boolean; readonly settings: unknown } | undefined;
  /** What stands in the target for the source's messages already. */
  readonly links: readonly Link[];
  /** What stands there for the message that the post answers. */
  readonly replyTo: number | undefined;
}

export interface Link {
  readonly sourceId: number;
  readonly part: number;
  readonly targetId: number;
  readonly mode: string;
  /** Who sent it; undefined: the first bot. */
  readonly by?: string;
  /** Of the source when it was carried. */
  readonly content: string;
}

/**
 * Claims jobs for a worker, until `lease` is over. Given away is only what is the first of its line and whose line nobody is
 * at; Redis may have been wrong about it. Of a job whose last worker was lost it is unsure whether it was sent. The same
 * wish twice claims the same: where the answer was lost it can be asked again.
 *
 * Throws SilenceError and UpstreamError.
 */
export async function claimJobs(
  databaseUrl: Secret,
  wish: {
    readonly ids: readonly number[];
    readonly worker: string;
    readonly lease: Millis;
    readonly now: Instant;
  },
): Promise<readonly ClaimedJob[]> {
  const [now, until] = [iso(wish.now), iso(after(wish.now, wish.lease))];
  const isOfThisWish = sql`state = 'sending' and worker = ${wish.worker} and leased_until = ${until}`;
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      update forward_jobs job set state = 'sending', worker = ${wish.worker}, leased_until = ${until},
        unsure = unsure + case when state = 'waiting' or (${isOfThisWish}) then 0 else 1 end
      where id in (select each::bigint from jsonb_array_elements_text(${JSON.stringify(wish.ids)}::jsonb) each)
        and (state = 'waiting' or (state = 'sending' and leased_until <= ${now}) or (${isOfThisWish}))
        and not_before <= ${now} and (retry_at is null or retry_at <= ${now})
        and not exists (
          select from forward_jobs other
          where other.target_chat = job.target_chat and other.id <> job.id and other.state in ('waiting', 'sending')
            and ((other.state = 'sending' and other.leased_until > ${now})
              or (other.not_before <= ${now} and (other.rank, other.id) < (job.rank, job.id))))
      returning ${claimed} as job`),
  );
  // The cast: `claimed` has made it.
  return rows.map(({ job }) => job as ClaimedJob & { readonly createdAt: string }).map(read);
}

const read = (job: ClaimedJob & { readonly createdAt: string }): ClaimedJob => ({
  ...job,
  target: job.target.topic === 0 ? { chat: job.target.chat } : job.target,
  targetType: job.targetType ?? undefined,
  mapping: job.mapping ?? undefined,
  replyTo: job.replyTo ?? undefined,
  createdAt: instant(Date.parse(job.createdAt)),
});

const claimed: SQL = sql`jsonb_build_object(
  'id', job.id, 'key', job.key, 'mappingId', job.mapping_id, 'sourceChat', job.source_chat,
  'target', jsonb_build_object('chat', job.target_chat, 'topic', job.target_topic),
  'targetType', (select type from forward_chats chat where chat.id = job.target_chat),
  'rank', job.rank, 'work', job.work, 'content', job.content, 'stepsDone', job.steps_done, 'attempts', job.attempts,
  'unsure', job.unsure, 'traceId', job.trace_id, 'createdAt', job.created_at,
  'mapping', (select jsonb_build_object('enabled', enabled, 'settings', settings) from forward_mappings mapping
    where mapping.id = job.mapping_id),
  'links', (select coalesce(jsonb_agg(jsonb_build_object('sourceId', source_id, 'part', part, 'targetId', target_id,
      'mode', mode, 'by', sender, 'content', link.content) order by source_id, part), '[]')
    from forward_links link where link.mapping_id = job.mapping_id and link.source_chat = job.source_chat
      and link.target_chat = job.target_chat
      and link.source_id in (select each::bigint from jsonb_array_elements_text(job.source_ids) each)),
  'replyTo', (select target_id from forward_links link where link.target_chat = job.target_chat
      and link.source_chat = job.source_chat and link.source_id = (job.work->>'replyTo')::bigint and target_id > 0
    order by link.mapping_id <> job.mapping_id, part limit 1))`;

/** What a worker that has died was at: nobody knows whether it was sent. Answers the jobs' lines. */
export async function releaseJobsOf(
  databaseUrl: Secret,
  /** The beginning of the worker's name. */
  workers: string,
  except: string,
): Promise<readonly { readonly id: number; readonly chat: string }[]> {
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      update forward_jobs set state = 'waiting', unsure = unsure + 1, worker = null, leased_until = null
      where state = 'sending' and starts_with(worker, ${workers}) and worker <> ${except}
      returning jsonb_build_object('id', id, 'chat', target_chat) as job`),
  );
  return rows.map(({ job }) => job as { id: number; chat: string });
}
