/** Reads a SQLite file of which nothing is known, and changes nothing in it. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { Misused } from "../../mistake.ts";
import { chatColumn, type Columns, columnsOf, roles } from "./columns.ts";

export type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Which table and column a column points to. */
  readonly references: ReadonlyMap<string, { readonly table: string; readonly column: string }>;
}

/** Rows that say what is carried where. */
export interface MappingTable {
  readonly name: string;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** Columns that nothing is made of. */
  readonly unused: readonly string[];
  /** What a row calls a chat, as Telegram calls it. */
  readonly chatIn: (row: Row, column: string) => unknown;
}

export interface Found {
  readonly mappings: readonly MappingTable[];
  /** Tables of which nothing is made, and how many rows they have. */
  readonly others: readonly { readonly name: string; readonly rows: number }[];
}

const columnNames = z.partialRecord(z.enum(roles), z.string());

/** Where mappings are, for who knows better: a table, or the answer to a query, and which columns mean what. */
export const mapSchema = z.strictObject({
  mappings: z
    .array(
      z.union([
        z.strictObject({ table: z.string(), columns: columnNames.default({}) }),
        z.strictObject({ query: z.string(), columns: columnNames.default({}) }),
      ]),
    )
    .min(1),
});
export type DatabaseMap = z.infer<typeof mapSchema>;

/** Throws Misused where there is no such database, or nothing in it looks like mappings. */
export function readDatabase(path: string, map: DatabaseMap | undefined): Found {
  if (!existsSync(path)) throw new Misused(`There is no file ${path}`);
  try {
    using database = new DatabaseSync(path, { readOnly: true });
    const tables = tablesOf(database);
    return map ? asMapped(database, tables, map) : asFound(tables);
  } catch (cause) {
    if (cause instanceof Misused) throw cause;
    throw new Misused(`${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function tablesOf(database: DatabaseSync): readonly Table[] {
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
  return names.map(({ name: told }) => {
    const name = String(told);
    const columns = database.prepare(`PRAGMA table_info(${quoted(name)})`).all();
    const references = database.prepare(`PRAGMA foreign_key_list(${quoted(name)})`).all();
    return {
      name,
      columns: columns.map((column) => String(column["name"])),
      rows: database.prepare(`SELECT * FROM ${quoted(name)}`).all(),
      references: new Map(
        references.map(({ from, table, to }) => [
          String(from),
          { table: String(table), column: String(to ?? "id") },
        ]),
      ),
    };
  });
}

function asFound(tables: readonly Table[]): Found {
  const mappings = tables.flatMap((table) => {
    const columns = columnsOf(table.columns);
    return columns.source && columns.target ? [mappingTable(table, columns, tables)] : [];
  });
  if (mappings.length > 0) return { mappings, others: othersThan(mappings, tables) };
  const seen = tables.map(({ name, columns }) => `  ${name}: ${columns.join(", ")}`).join("\n");
  throw new Misused(
    `No table has columns that look like a source and a target. Say with --map where they are:\n${seen}`,
  );
}

function asMapped(database: DatabaseSync, tables: readonly Table[], map: DatabaseMap): Found {
  const mappings = map.mappings.map((wish) => {
    const table =
      "table" in wish ? tables.find(({ name }) => name === wish.table) : asked(database, wish.query);
    if (!table) throw new Misused(`There is no table ${"table" in wish ? wish.table : ""}`);
    const columns = { ...columnsOf(table.columns), ...wish.columns } as Columns;
    const missing = [columns.source, columns.target, ...Object.values(wish.columns)].filter(
      (column) => column === undefined || !table.columns.includes(column),
    );
    if (missing.length > 0)
      throw new Misused(
        `${table.name} lacks ${missing.map((name) => name ?? "a source or a target").join(", ")}`,
      );
    return mappingTable(table, columns, tables);
  });
  return { mappings, others: othersThan(mappings, tables) };
}

function asked(database: DatabaseSync, query: string): Table {
  const statement = database.prepare(query);
  const columns = statement.columns().map(({ name }) => name);
  return { name: "query", columns, rows: statement.all(), references: new Map() };
}

const othersThan = (mappings: readonly MappingTable[], tables: readonly Table[]) =>
  tables
    .filter(({ name }) => !mappings.some((mapping) => mapping.name === name))
    .map(({ name, rows }) => ({ name, rows: rows.length }));

function mappingTable(table: Table, columns: Columns, tables: readonly Table[]): MappingTable {
  const used = new Set(Object.values(columns));
  return {
    name: table.name,
    columns,
    rows: table.rows,
    unused: table.columns.filter((name) => !used.has(name) && name !== "id"),
    chatIn: (row, column) => chatBehind(row[column], table.references.get(column), tables),
  };
}

/** Ids of rows are small; Telegram's chats have at least nine digits. */
const isRowId = (value: unknown) => /^\d{1,8}$/.test(String(value));

/** A mapping may name the row of a chat, which says what Telegram calls it. */
function chatBehind(
  value: unknown,
  reference: { readonly table: string; readonly column: string } | undefined,
  tables: readonly Table[],
): unknown {
  if (!reference && !isRowId(value)) return value;
  const places = reference
    ? tables.filter(({ name }) => name === reference.table)
    : tables.filter(({ name, columns }) => /chat|channel|group|dialog/i.test(name) && columns.includes("id"));
  for (const { columns, rows } of places) {
    const row = rows.find((each) => String(each[reference?.column ?? "id"]) === String(value));
    const column = chatColumn(columns);
    if (row && column) return row[column];
  }
  return value;
}
