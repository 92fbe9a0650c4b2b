import { existsSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Pool } from "pg";
import type { Emulator } from "../emulator.ts";
import { openDatabase, type Database, type DatabaseOptions } from "./database.ts";
import { answerSql } from "./sql-endpoint.ts";

export interface NeonOptions extends DatabaseOptions {
  /** The folder drizzle-kit writes; without a journal in it there is nothing to apply. */
  readonly migrationsFolder: string;
}

export interface NeonEmulator extends Emulator {
  /** The database is open and migrated. Requests may come before: they wait for it. */
  readonly ready: Promise<void>;
  /** Empties every table of schema `public`. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Neon: PostgreSQL behind an HTTP endpoint. The driver turns the host of its connection string into
 * `api.<rest of the host>`, so `postgres://…@db.taproom.test/…` is asked at https://api.taproom.test/sql.
 */
export function startNeon({ migrationsFolder, ...options }: NeonOptions): NeonEmulator {
  const opening = openMigrated(options, migrationsFolder);
  const ready = opening.then(() => undefined);
  // Nobody may be waiting yet; whoever waits later, and every request, still gets the failure.
  ready.catch(() => {});

  return {
    service: "postgres",
    hosts: ["api.taproom.test"],
    ready,

    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (request.method !== "POST" || pathname !== "/sql") return new Response("not found", { status: 404 });
      const { pool } = await opening;
      return await answerSql(request, pool);
    },

    async reset() {
      const { pool } = await opening;
      await truncateAll(pool);
    },

    async close() {
      // A database that did not open has nothing to close, and `ready` has told why.
      const database = await opening.catch(() => undefined);
      await database?.close();
    },
  };
}

async function openMigrated(options: DatabaseOptions, migrationsFolder: string): Promise<Database> {
  const database = await openDatabase(options);
  try {
    if (existsSync(join(migrationsFolder, "meta", "_journal.json")))
      await migrate(drizzle(database.pool), { migrationsFolder });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function truncateAll(pool: Pool): Promise<void> {
  // The record of applied migrations lives in schema `drizzle` and stays.
  const { rows } = await pool.query<{ name: string }>(
    "select format('public.%I', tablename) as name from pg_tables where schemaname = 'public'",
  );
  if (rows.length === 0) return;
  await pool.query(`truncate ${rows.map(({ name }) => name).join(", ")} restart identity cascade`);
}
