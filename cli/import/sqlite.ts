/** `npx taproom import sqlite FILE` */
import * as z from "zod";
import type { FiledMapping } from "#domain/forwarder/mapping-file";
import { type Asking, print } from "../command.ts";
import { type Imported, importedInWords, sendMappings } from "../forwarder/mapping-files.ts";
import { leftSomethingOut, Mistake, Misused } from "../mistake.ts";
import { readJson } from "../read-file.ts";
import { roles } from "./sqlite/columns.ts";
import { batch, filed, fileWith } from "./sqlite/filed.ts";
import { type DatabaseMap, type Found, mapSchema, readDatabase } from "./sqlite/read-database.ts";

/** What stands behind `--map`. */
export const mapHelp = `
FILE of --map names tables, or asks; columns that are not named are told from their names:
  {"mappings": [{"table": "pipes", "columns": {"source": "a", "target": "b", "enabled": "works"}}]}
  {"mappings": [{"query": "SELECT s.chat AS source, t.chat AS target FROM s JOIN t USING (rule)"}]}
Columns may be: ${roles.join(", ")}.`;

interface Options extends Asking {
  readonly dryRun: boolean;
  readonly map?: string;
}

interface Refused {
  readonly row: string;
  readonly why: string;
}

/**
 * Takes over the mappings of another forwarder. It can be repeated: what is there already is left as it is. At the end it
 * asks once more what there would be to do, and says so if that is not nothing.
 */
export async function importSqlite(path: string, { map, dryRun, ...asked }: Options): Promise<void> {
  const found = readDatabase(path, map === undefined ? undefined : await readMap(map));
  if (!asked.json) process.stdout.write(`${plan(found)}\n`);
  const rows = found.mappings.flatMap(filed);
  const wanted = rows.flatMap((each) => ("mapping" in each ? [each] : []));
  const taken = await send(asked, wanted, dryRun);
  const refused = [...rows.flatMap((each) => ("why" in each ? [each] : [])), ...taken.refused];
  const isVerified = dryRun || (await isSettled(asked, wanted, taken));
  const report = {
    tables: found.mappings.map(({ name, columns, unused, rows: all }) => ({
      name,
      rows: all.length,
      columns,
      unused,
    })),
    read: rows.length,
    created: taken.created,
    changed: taken.changed,
    unchanged: taken.unchanged,
    refused,
    ...(!dryRun && { verified: isVerified }),
  };
  print(asked, report, () => inWords(report, dryRun));
  if (!isVerified)
    throw new Mistake("What is there now is not what was sent: look at the mappings, and run this again");
  if (refused.length > 0) leftSomethingOut();
}

async function readMap(path: string): Promise<DatabaseMap> {
  const read = mapSchema.safeParse(await readJson(path));
  if (!read.success) throw new Misused(`${path}:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** What is going to be made of what. */
const plan = ({ mappings, others }: Found): string =>
  [
    ...mappings.flatMap(({ name, rows, columns, unused }) => [
      `${name}: ${rows.length} rows become mappings`,
      ...Object.entries(columns).map(([role, column]) => `  ${role}: ${column}`),
      ...(unused.length > 0 ? [`  not taken over: ${unused.join(", ")}`] : []),
    ]),
    ...others.map(({ name, rows }) => `${name}: ${rows} rows, nothing is made of them by themselves`),
  ].join("\n");

interface Wanted {
  readonly row: string;
  readonly mapping: FiledMapping;
}

type Taken = Omit<Imported, "skipped"> & { readonly refused: readonly Refused[] };

async function send(asked: Asking, wanted: readonly Wanted[], dryRun: boolean): Promise<Taken> {
  let taken: Taken = { created: 0, changed: 0, unchanged: 0, refused: [] };
  for (let from = 0; from < wanted.length; from += batch) {
    const some = wanted.slice(from, from + batch);
    const file = fileWith(some.map(({ mapping }) => mapping));
    const told = await sendMappings(asked, file, { dryRun, confirmLoop: false });
    taken = {
      created: taken.created + told.created,
      changed: taken.changed + told.changed,
      unchanged: taken.unchanged + told.unchanged,
      refused: [...taken.refused, ...told.skipped.map((each) => refusedRow(each, some))],
    };
  }
  return taken;
}

function refusedRow(
  { source, target, message }: Imported["skipped"][number],
  wanted: readonly Wanted[],
): Refused {
  // The last of several: of the same mapping twice the first was taken.
  const row = wanted.findLast(({ mapping }) => mapping.source === source && mapping.target === target)?.row;
  return { row: row ?? "?", why: `${source} → ${target}: ${message}` };
}

/** Whether the same rows would change nothing more. */
async function isSettled(asked: Asking, wanted: readonly Wanted[], taken: Taken): Promise<boolean> {
  const { created, changed, unchanged } = await send(asked, wanted, true);
  return created + changed === 0 && unchanged === taken.created + taken.changed + taken.unchanged;
}

interface Report extends Omit<Taken, "refused"> {
  readonly read: number;
  readonly refused: readonly Refused[];
  readonly verified?: boolean;
}

const inWords = ({ read, refused, verified, ...counts }: Report, dryRun: boolean): string =>
  [
    `${read} mappings read`,
    ...importedInWords(counts, dryRun),
    ...(refused.length > 0 ? [`${refused.length} left out:`] : []),
    ...refused.map(({ row, why }) => `  ${row}: ${why}`),
    ...(verified ? ["Looked again: everything is there"] : []),
  ].join("\n");
