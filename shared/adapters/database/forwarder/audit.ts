import { desc } from "drizzle-orm";
import type { NeonHttpDatabase } from "drizzle-orm/neon-http";
import type { Secret } from "#kernel/secret";
import { ask } from "../ask.ts";
import { audit } from "./schema.ts";

/** Who has changed what: `telegram:7001` or `api`, `mapping.created`, and what it was before and after. */
export interface AuditEntry {
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The statement that notes changes; it goes with what changes them in one batch. */
export const noted = (db: NeonHttpDatabase, entries: readonly [AuditEntry, ...AuditEntry[]]) =>
  db.insert(audit).values([...entries]);

/** The latest changes first. */
export const lastChanges = (databaseUrl: Secret, limit: number) =>
  ask(databaseUrl, (db) => db.select().from(audit).orderBy(desc(audit.id)).limit(limit));
