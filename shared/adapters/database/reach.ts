import { sql } from "drizzle-orm";
import type { Millis } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import { ask } from "./ask.ts";

/** Asks Postgres for nothing but an answer. Throws what `ask` throws. */
export async function reachPostgres(databaseUrl: Secret, patience: Millis): Promise<void> {
  await ask(databaseUrl, (db) => db.execute(sql`select 1`), patience);
}
