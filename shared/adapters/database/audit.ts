import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { NeonHttpDatabase } from "drizzle-orm/neon-http";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";
import { audit } from "./schema.ts";

/** Who has changed what: `telegram:7001` or `token`, `mapping.created`, and what it was before and after. */
export interface AuditEntry {
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What is looked for; `before`: only what has a smaller number. */
export interface AuditQuestion {
  readonly limit: number;
  readonly before?: number;
  readonly who?: string;
  /** A part of it. */
  readonly what?: string;
}

/** The statement that notes changes; it goes with what changes them in one batch. */
export const noted = (db: NeonHttpDatabase, entries: readonly [AuditEntry, ...AuditEntry[]]) =>
  db.insert(audit).values([...entries]);

/** The latest changes first. */
export const lastChanges = (databaseUrl: Secret, { limit, ...question }: AuditQuestion) =>
  ask(databaseUrl, (db) =>
    db.select().from(audit).where(matching(question)).orderBy(desc(audit.id)).limit(limit),
  );

const matching = ({ before, who, what }: Omit<AuditQuestion, "limit">): SQL | undefined =>
  and(
    before === undefined ? undefined : lt(audit.id, before),
    who === undefined ? undefined : eq(audit.who, who),
    what === undefined ? undefined : sql`strpos(${audit.what}, ${what}) > 0`,
  );
