import { and, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { NeonHttpDatabase } from "drizzle-orm/neon-http";
import { instant } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import type { Place } from "#domain/forwarder/chat";
import type { Edge } from "#domain/forwarder/loops";
import { mappingSettings } from "#domain/forwarder/mapping-settings";
import type { Mapping } from "#domain/forwarder/mapping";
import { defaultSettings, type StoredSettings } from "#domain/forwarder/stored-settings";
import type { TroubleKind } from "#domain/forwarder/trouble";
import { ask } from "../ask.ts";
import { storable } from "../storable.ts";
import { type AuditEntry, noted } from "../audit.ts";
import { audit } from "../schema.ts";
import { forwardMappings } from "./schema.ts";

export interface NewMapping extends Edge {
  readonly label: string;
  readonly enabled: boolean;
  readonly settings: StoredSettings;
}

/** Writes mappings and notes who made them; what exists already is left alone and missing from the answer. */
export async function insertMappings(
  databaseUrl: Secret,
  wanted: readonly NewMapping[],
  who: string,
): Promise<readonly Mapping[]> {
  if (wanted.length === 0) return [];
  return ask(databaseUrl, async (db) => {
    const [rows] = await db.batch([
      db.insert(forwardMappings).values(wanted.map(newRow)).onConflictDoNothing().returning(),
      notedAsCreated(db, who),
    ]);
    return rows.map(mappingOf);
  });
}

/** A batch is one transaction, and in a transaction it is always the same `now()`: that of the rows just made. */
const notedAsCreated = (db: NeonHttpDatabase, who: string) =>
  db.execute(sql`
    insert into ${audit} (who, what, subject, after)
    select ${who}, 'mapping.created', id::text, to_jsonb(made) from ${forwardMappings} made
    where created_at = now()`);

/** What of a mapping a person may change. */
export interface MappingFields {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly settings?: StoredSettings;
  /** Null: it is mended. */
  readonly trouble?: TroubleKind | null;
}

/** Changes a mapping and notes it; undefined when there is none. */
export const updateMapping = (databaseUrl: Secret, id: number, fields: MappingFields, entry: AuditEntry) =>
  ask(databaseUrl, async (db) => {
    const [rows] = await db.batch([
      db.update(forwardMappings).set(storable(fields)).where(eq(forwardMappings.id, id)).returning(),
      noted(db, [entry]),
    ]);
    return rows.map(mappingOf)[0];
  });

/** Deletes a mapping and notes it; what it has carried stays known. */
export const deleteMapping = (databaseUrl: Secret, id: number, entry: AuditEntry) =>
  ask(databaseUrl, (db) =>
    db.batch([db.delete(forwardMappings).where(eq(forwardMappings.id, id)), noted(db, [entry])]),
  );

/** Of these ids, in no order. */
export async function findMappings(databaseUrl: Secret, ids: readonly number[]): Promise<readonly Mapping[]> {
  if (ids.length === 0) return [];
  const rows = await ask(databaseUrl, (db) =>
    db
      .select()
      .from(forwardMappings)
      .where(inArray(forwardMappings.id, [...ids])),
  );
  return rows.map(mappingOf);
}

/** What a source chat's room has to look at: all that are on, of every topic, in the order in which they were made. */
export async function mappingsFrom(databaseUrl: Secret, sourceChat: string): Promise<readonly Mapping[]> {
  const rows = await ask(databaseUrl, (db) =>
    db
      .select()
      .from(forwardMappings)
      .where(and(eq(forwardMappings.sourceChat, sourceChat), eq(forwardMappings.enabled, true)))
      .orderBy(forwardMappings.id),
  );
  return rows.map(mappingOf).filter(({ enabled }) => enabled);
}

/** Which of these chats posts are carried from in turn. */
export async function sourcesAmong(
  databaseUrl: Secret,
  chats: readonly string[],
): Promise<ReadonlySet<string>> {
  if (chats.length === 0) return new Set();
  const { sourceChat, enabled } = forwardMappings;
  const rows = await ask(databaseUrl, (db) =>
    db
      .selectDistinct({ sourceChat })
      .from(forwardMappings)
      .where(and(inArray(sourceChat, [...chats]), eq(enabled, true))),
  );
  return new Set(rows.map((row) => row.sourceChat));
}

/** From which chats posts are carried into these. */
export async function sourcesLeadingTo(
  databaseUrl: Secret,
  chats: readonly string[],
): Promise<readonly string[]> {
  if (chats.length === 0) return [];
  const { sourceChat, targetChat } = forwardMappings;
  const rows = await ask(databaseUrl, (db) =>
    db
      .selectDistinct({ sourceChat })
      .from(forwardMappings)
      .where(inArray(targetChat, [...chats])),
  );
  return rows.map((row) => row.sourceChat);
}

export async function allMappings(databaseUrl: Secret): Promise<readonly Mapping[]> {
  const rows = await ask(databaseUrl, (db) => db.select().from(forwardMappings).orderBy(forwardMappings.id));
  return rows.map(mappingOf);
}

/** From where to where, of every mapping: what loops are made of. */
export async function allEdges(databaseUrl: Secret): Promise<readonly Edge[]> {
  const { sourceChat, sourceTopic, targetChat, targetTopic } = forwardMappings;
  const rows = await ask(databaseUrl, (db) =>
    db.select({ sourceChat, sourceTopic, targetChat, targetTopic }).from(forwardMappings),
  );
  return rows.map(edgeOf);
}

/** How many there are, are on, and do not work. */
export const countMappings = (databaseUrl: Secret) =>
  ask(databaseUrl, async (db) => {
    const { enabled, trouble } = forwardMappings;
    const [counted] = await db
      .select({
        total: count(),
        enabled: sql<number>`count(*) filter (where ${enabled})`.mapWith(Number),
        troubled: sql<number>`count(*) filter (where ${isNotNull(trouble)})`.mapWith(Number),
      })
      .from(forwardMappings);
    return counted ?? { total: 0, enabled: 0, troubled: 0 };
  });

/** A target can be used again: its mappings have these troubles no more. */
export async function mendMappings(
  databaseUrl: Secret,
  targetChat: string,
  kinds: readonly TroubleKind[],
): Promise<void> {
  await ask(databaseUrl, (db) =>
    db
      .update(forwardMappings)
      .set({ trouble: null })
      .where(and(eq(forwardMappings.targetChat, targetChat), inArray(forwardMappings.trouble, [...kinds]))),
  );
}

type Row = typeof forwardMappings.$inferSelect;

const newRow = ({ source, target, ...fields }: NewMapping) => ({
  ...storable(fields),
  sourceChat: source.chat,
  sourceTopic: source.topic ?? 0,
  targetChat: target.chat,
  targetTopic: target.topic ?? 0,
});

const place = (chat: string, topic: number): Place => (topic === 0 ? { chat } : { chat, topic });

const edgeOf = (row: Pick<Row, "sourceChat" | "sourceTopic" | "targetChat" | "targetTopic">): Edge => ({
  source: place(row.sourceChat, row.sourceTopic),
  target: place(row.targetChat, row.targetTopic),
});

/**
 * A mapping as its row has it. Settings of another version that this one cannot read turn it off, and nothing else with it:
 * whoever looks at it sees that it does not work.
 */
export function mappingOf(row: Row): Mapping {
  const read = mappingSettings.safeParse(row.settings);
  const trouble = read.success ? row.trouble : "unknown";
  return {
    id: row.id,
    ...edgeOf(row),
    label: row.label,
    enabled: row.enabled && read.success,
    settings: read.data ?? defaultSettings,
    ...(trouble !== null && { trouble }),
    ...(row.lastCarriedAt !== null && { lastCarriedAt: instant(Date.parse(row.lastCarriedAt)) }),
    ...(row.lastMode !== null && { lastMode: row.lastMode }),
  };
}
