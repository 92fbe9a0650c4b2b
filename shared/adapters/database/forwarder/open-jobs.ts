import { type SQL, sql } from "drizzle-orm";
import { type Instant, instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { placeName } from "#domain/forwarder/chat";
import { ask } from "../ask.ts";
import { comesAfter, type Part, type Parted, partOf, placeIn } from "../part.ts";
import type { PutJob } from "./put-jobs.ts";

// What is not over: what stands in line, and what waits for a person.

/** The line before a target, and its dead letters. */
export interface TargetLine {
  readonly chat: string;
  readonly title: string;
  readonly waiting: number;
  readonly sending: number;
  readonly dead: number;
  /** When the oldest of those in line came; undefined: nobody is. */
  readonly oldest: Instant | undefined;
}

/** The longest line first. */
export async function targetLines(databaseUrl: Secret): Promise<readonly TargetLine[]> {
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      select job.target_chat as chat, coalesce(max(chat.title), job.target_chat) as title,
        count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'sending')::int as sending,
        count(*) filter (where state = 'dead')::int as dead,
        extract(epoch from min(created_at) filter (where state <> 'dead')) * 1000 as oldest
      from forward_jobs job left join forward_chats chat on chat.id = job.target_chat
      where state in ('waiting', 'sending', 'dead')
      group by job.target_chat order by count(*) filter (where state <> 'dead') desc, job.target_chat`),
  );
  // The cast: the statement names them so.
  return (rows as unknown as (Omit<TargetLine, "oldest"> & { oldest: unknown })[]).map(
    ({ oldest, ...line }) => ({ ...line, oldest: momentOf(oldest) }),
  );
}

/** What has ended so that a person may want to look at it. */
export interface EndedJob {
  readonly id: number;
  readonly mappingId: number;
  /** A place, and the messages of it. */
  readonly source: string;
  readonly sourceIds: readonly number[];
  readonly target: string;
  readonly targetTitle: string;
  /** A TroubleKind; of what went out after all, its mode. */
  readonly kind: string;
  readonly said: string;
  readonly attempts: number;
  readonly unsure: number;
  readonly traceId: string;
  readonly createdAt: Instant;
  readonly endedAt: Instant;
}

/** Which jobs are meant; what is left out does not matter. */
export interface JobChoice {
  readonly ids?: readonly number[] | undefined;
  readonly target?: string | undefined;
  readonly mappingId?: number | undefined;
  readonly kind?: string | undefined;
}

/** What was given up, the latest first. */
export const deadJobs = (databaseUrl: Secret, choice: JobChoice, part: Part) =>
  endedJobs(databaseUrl, sql`state = 'dead' and ${isMeant(choice)}`, part);

/** What was sent once more because nobody could tell whether it had been: it may stand in its target twice. The latest first. */
export const doubtfulJobs = (databaseUrl: Secret, choice: JobChoice, part: Part) =>
  endedJobs(databaseUrl, sql`state = 'done' and unsure > 0 and ${isMeant(choice)}`, part);

const when = sql`ended_at`;
const number = sql`id`;

/** Throws BadInput (cursor), and what `ask` throws. */
async function endedJobs(
  databaseUrl: Secret,
  which: SQL,
  { limit, cursor }: Part,
): Promise<Parted<EndedJob>> {
  const after = cursor === undefined ? sql`true` : comesAfter(cursor, when, number, "bigint");
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      select job.id::float8 as id, mapping_id as "mappingId", source_chat as source, source_ids as "sourceIds",
        target_chat as chat, target_topic as topic, coalesce(chat.title, target_chat) as "targetTitle",
        coalesce(outcome, 'unknown') as kind, coalesce(said, '') as said, attempts, unsure, trace_id as "traceId",
        extract(epoch from created_at) * 1000 as "createdAt", extract(epoch from ended_at) * 1000 as "endedAt", place
      from (select *, ${placeIn(when, number)} as place from forward_jobs where ${which} and ${after}
        order by ended_at desc, id desc limit ${limit + 1}) job left join forward_chats chat on chat.id = job.target_chat
      order by ended_at desc, job.id desc`),
  );
  // The cast: the statement names them so.
  const part = partOf(rows as unknown as EndedRow[], limit, ({ place }) => place);
  return { ...part, items: part.items.map(endedJobOf) };
}

type EndedRow = Omit<EndedJob, "target" | "createdAt" | "endedAt"> & {
  readonly chat: string;
  readonly topic: number;
  readonly createdAt: unknown;
  readonly endedAt: unknown;
  readonly place: string;
};

const endedJobOf = ({ chat, topic, createdAt, endedAt, place: _, ...job }: EndedRow): EndedJob => ({
  ...job,
  id: Number(job.id),
  target: placeName(topic === 0 ? { chat } : { chat, topic }),
  createdAt: momentOf(createdAt) ?? instant(0),
  endedAt: momentOf(endedAt) ?? instant(0),
});

/** Lets dead jobs stand in line again, at their old places and as if they had never failed; answers where. */
export async function reviveJobs(
  databaseUrl: Secret,
  choice: JobChoice,
  who: string,
  now: Instant,
): Promise<readonly PutJob[]> {
  const at = new Date(now).toISOString();
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      with revived as (
        update forward_jobs set state = 'waiting', attempts = 0, unsure = 0, outcome = null, not_before = ${at},
          retry_at = null, ended_at = null
        where state = 'dead' and ${isMeant(choice)}
        returning id, target_chat, rank
      ), noted as (${noted(who, "job.retried", sql`revived`)})
      select id::float8 as id, target_chat as chat, rank::float8 as rank from revived`),
  );
  return rows.map(({ id, chat, rank }) => ({
    id: Number(id),
    chat: String(chat),
    rank: Number(rank),
    notBefore: now,
  }));
}

/** Gives up jobs for good, dead ones or those in line too; what nobody has begun to send may come again. Answers how many. */
export async function dropJobs(
  databaseUrl: Secret,
  choice: JobChoice & { readonly isWaitingToo?: boolean },
  who: string,
  now: Instant,
): Promise<number> {
  const states = choice.isWaitingToo ? sql`('dead', 'waiting')` : sql`('dead')`;
  const { rows } = await ask(databaseUrl, (db) =>
    db.execute(sql`
      with dropped as (
        update forward_jobs set state = 'done', work = null, outcome = 'dropped', ended_at = ${new Date(now).toISOString()}
        where state in ${states} and ${isMeant(choice)}
        returning id, steps_done, print_scope, source_chat || ':' || (source_ids->>0) as owner
      ), released as (
        delete from forward_prints print using dropped
        where dropped.steps_done = 0 and print.scope = dropped.print_scope and print.owner = dropped.owner
      ), noted as (${noted(who, "job.dropped", sql`dropped`)})
      select count(*)::int as dropped from dropped`),
  );
  return Number(rows[0]?.["dropped"] ?? 0);
}

/** The part of a statement that notes each of some rows in the audit. */
const noted = (who: string, what: string, rows: SQL): SQL =>
  sql`insert into audit (who, what, subject) select ${who}::text, ${what}::text, id::text from ${rows}`;

const isMeant = ({ ids, target, mappingId, kind }: JobChoice): SQL =>
  sql.join(
    [
      sql`true`,
      ...(ids
        ? [
            sql`id in (select each::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) each)`,
          ]
        : []),
      ...(target === undefined ? [] : [sql`target_chat = ${target}`]),
      ...(mappingId === undefined ? [] : [sql`mapping_id = ${mappingId}`]),
      ...(kind === undefined ? [] : [sql`outcome = ${kind}`]),
    ],
    sql` and `,
  );

const momentOf = (epoch: unknown): Instant | undefined =>
  epoch === null ? undefined : instant(Math.floor(Number(epoch)));
