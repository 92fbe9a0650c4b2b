import { sql } from "drizzle-orm";
import type { Instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { Sent } from "#domain/forwarder/step";
import { type Increment, together } from "#domain/forwarder/tally";
import type { TroubleKind } from "#domain/forwarder/trouble";
import { ask } from "../ask.ts";
import { tallied } from "./tallies.ts";

/** What is to be remembered of a job after a step, or after all of them. Plain JSON: it may wait in a room until Postgres is back. */
export interface JobNote {
  readonly id: number;
  readonly worker: string;
  readonly state: "waiting" | "sending" | "done" | "dead";
  readonly stepsDone: number;
  readonly attempts: number;
  readonly unsure: number;
  /** The mode it went out in, or why it did not. */
  readonly outcome?: string;
  readonly said?: string;
  /** The line waits for it. */
  readonly retryAt?: Instant;
  /** It leaves its line until then. */
  readonly notBefore?: Instant;
  /** `part` counts the steps before it. */
  readonly links: readonly (Sent & { readonly part: number; readonly mode: string })[];
  /** Parts of these source messages, from this one on, stand there no more. */
  readonly unlinked?: readonly { readonly sourceId: number; readonly fromPart: number }[];
  /** The target, not the post, is what does not work: the mapping says so until a post arrives. */
  readonly trouble?: TroubleKind;
  readonly counts: readonly Increment[];
}

const iso = (moment: Instant | undefined) => moment && new Date(moment).toISOString();

/**
 * Remembers what came of jobs, in one statement: their state, the links to what was sent, the counters, the mapping's last
 * activity; a dead job gives its prints back. Links count even where the job has gone to somebody else meanwhile.
 *
 * Throws SilenceError and UpstreamError; noting the same again changes nothing but the counters.
 */
export async function noteJobs(databaseUrl: Secret, notes: readonly JobNote[], now: Instant): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map(({ counts: _, ...note }) => ({
    ...note,
    retryAt: iso(note.retryAt),
    notBefore: iso(note.notBefore),
  }));
  const counts = together(notes.flatMap((note) => note.counts));
  await ask(databaseUrl, (db) =>
    db.execute(sql`
      with note as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as note(
          id bigint, worker text, state text, "stepsDone" int, attempts int, unsure int, outcome text, said text,
          "retryAt" timestamptz, "notBefore" timestamptz, links jsonb, unlinked jsonb, trouble text)
      ), noted as (
        update forward_jobs job set state = note.state, steps_done = note."stepsDone", attempts = note.attempts,
          unsure = note.unsure, outcome = note.outcome, said = note.said, retry_at = note."retryAt",
          not_before = coalesce(note."notBefore", job.not_before),
          work = case when note.state = 'done' then null else job.work end,
          ended_at = case when note.state in ('done', 'dead') then ${iso(now)}::timestamptz end,
          worker = case when note.state = 'sending' then job.worker end,
          leased_until = case when note.state = 'sending' then job.leased_until end
        from note where job.id = note.id and job.worker = note.worker
        returning job.id, job.mapping_id, job.state, job.outcome, job.print_scope,
          job.source_chat || ':' || (job.source_ids->>0) as owner
      ), linked as (
        insert into forward_links (mapping_id, source_chat, source_id, part, target_chat, target_id, mode, sender, content, sent_at)
        select job.mapping_id, job.source_chat, (link->>'sourceId')::bigint, (link->>'part')::int, job.target_chat,
          (link->>'messageId')::bigint, link->>'mode', link->>'by', content.of, ${iso(now)}::timestamptz
        from note join forward_jobs job using (id), jsonb_array_elements(note.links) link, lateral (
          select split_part(job.content, ' ', place::int) as of
          from jsonb_array_elements(job.source_ids) with ordinality as source(id, place)
          where source.id = link->'sourceId') content
        on conflict (mapping_id, source_chat, source_id, part) do update set target_chat = excluded.target_chat,
          target_id = excluded.target_id, mode = excluded.mode, sender = excluded.sender, content = excluded.content
      ), unlinked as (
        delete from forward_links link using note join forward_jobs job using (id), jsonb_array_elements(note.unlinked) gone
        where link.mapping_id = job.mapping_id and link.source_chat = job.source_chat and link.source_id = (gone->>'sourceId')::bigint
          and link.part >= (gone->>'fromPart')::int
      ), released as (
        delete from forward_prints print using noted
        where noted.state = 'dead' and print.scope = noted.print_scope and print.owner = noted.owner
      ), told as (
        -- Of several jobs of a mapping the last one tells how it is doing.
        update forward_mappings mapping set
          trouble = latest.trouble,
          last_carried_at = case when latest.mode is null then last_carried_at else ${iso(now)}::timestamptz end,
          last_mode = coalesce(latest.mode, last_mode)
        from (select distinct on (noted.mapping_id) noted.mapping_id, note.trouble, case when links <> '[]' then note.outcome end as mode
          from noted join note using (id) where noted.state = 'done' or note.trouble is not null
          order by noted.mapping_id, noted.id desc) latest
        where mapping.id = latest.mapping_id
      ), counted as (${tallied(
        sql`jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as count("mappingId" int, what text, detail text, count bigint)`,
      )})
      select 1`),
  );
}
