/** Applies what `drizzle-kit migrate` would, over HTTP as the Worker asks, and keeps the same record of it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { neon } from "@neondatabase/serverless";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { house } from "./wrangler.ts";

const migrationsFolder = join(house, "migrations");

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

/** Names of the migrations that the database has not seen, the oldest first. */
export async function pendingMigrations(databaseUrl: string): Promise<readonly string[]> {
  const pending = await unseen(databaseUrl);
  const file = await readFile(join(migrationsFolder, "meta", "_journal.json"), "utf8");
  const tags = new Map((JSON.parse(file) as Journal).entries.map(({ when, tag }) => [when, tag]));
  return pending.map(({ folderMillis }) => tags.get(folderMillis) ?? String(folderMillis));
}

/** Each migration is one transaction with the record of it: whoever is interrupted goes on where it stopped. */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = neon(databaseUrl);
  await sql.transaction([
    sql.query("create schema if not exists drizzle"),
    sql.query(
      "create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
    ),
  ]);
  for (const { sql: statements, hash, folderMillis } of await unseen(databaseUrl))
    await sql.transaction([
      ...statements.map((statement) => sql.query(statement)),
      sql.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
        hash,
        folderMillis,
      ]),
    ]);
}

async function unseen(databaseUrl: string): Promise<readonly MigrationMeta[]> {
  const sql = neon(databaseUrl);
  const [record] = await sql.query("select to_regclass('drizzle.__drizzle_migrations') is not null as there");
  const [latest] = record?.["there"]
    ? await sql.query("select max(created_at) as at from drizzle.__drizzle_migrations")
    : [];
  const seen = Number(latest?.["at"] ?? 0);
  return readMigrationFiles({ migrationsFolder }).filter(({ folderMillis }) => folderMillis > seen);
}
