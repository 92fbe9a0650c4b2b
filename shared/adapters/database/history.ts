import { neon } from "@neondatabase/serverless";
import { getTableColumns, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { seconds } from "#kernel/clock";
import type { Secret } from "#kernel/secret";
import {
  audit,
  channels,
  clicks,
  downloads,
  gameResults,
  players,
  redemptions,
  referrals,
  telegramChats,
  telegramUsers,
  uploads,
} from "./schema.ts";
import { storable } from "./storable.ts";
import { translated } from "./translated.ts";

const tables = {
  channels,
  players,
  redemptions,
  gameResults,
  telegramUsers,
  telegramChats,
  uploads,
  downloads,
  clicks,
  referrals,
  audit,
};
type TableName = keyof typeof tables;

/** A row of what is kept for good, by its table. Writing it again changes nothing. */
export type HistoryRow = {
  readonly [Name in TableName]: { readonly table: Name; readonly row: (typeof tables)[Name]["$inferInsert"] };
}[TableName];

/**
 * Writes rows in one request and one transaction; each replaces the row of the same primary key.
 * Throws SilenceError (no answer within 10 s), UpstreamError (Postgres refused; `said` is its message; where trying
 * again has no chance, what stands in a row is at fault).
 */
export async function writeHistory(databaseUrl: Secret, rows: readonly HistoryRow[]): Promise<void> {
  const fetchOptions = { signal: AbortSignal.timeout(seconds(10)) };
  const db = drizzle(neon(databaseUrl.reveal(), { fetchOptions }));
  const [first, ...others] = (Object.keys(tables) as TableName[]).flatMap((name) => upsert(db, name, rows));
  if (!first) return;
  try {
    await db.batch([first, ...others]);
  } catch (error) {
    throw translated(error);
  }
}

function upsert(db: NeonHttpDatabase, name: TableName, rows: readonly HistoryRow[]): BatchItem<"pg">[] {
  const values = rows.flatMap(({ table, row }) => (table === name ? [storable(row)] : []));
  if (values.length === 0) return [];
  const table: PgTable = tables[name];
  return [
    db
      .insert(table)
      .values(values)
      .onConflictDoUpdate({ target: keyOf(name, table), set: everyOtherColumn(name, table) }),
  ];
}

function primaryKey(table: PgTable) {
  const composite = getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns);
  return composite.length > 0
    ? composite
    : Object.values(getTableColumns(table)).filter(({ primary }) => primary);
}

/** The audit numbers its rows itself. */
const keyOf = (name: TableName, table: PgTable) => (name === "audit" ? [audit.key] : primaryKey(table));

function everyOtherColumn(table: TableName, of: PgTable) {
  const key = new Set([...primaryKey(of), ...keyOf(table, of)].map(({ name }) => name));
  const others = Object.entries(getTableColumns(of)).filter(([, { name }]) => !key.has(name));
  return Object.fromEntries(
    others.map(([property, { name }]) => [property, sql`excluded.${sql.identifier(name)}`]),
  );
}
