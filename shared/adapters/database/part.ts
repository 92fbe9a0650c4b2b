import { type SQL, sql } from "drizzle-orm";
import { BadInput } from "#kernel/errors";

/** How much of a list is wanted, and from where on: `next` of the part before. */
export interface Part {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A part of a list; without `next` it was the last one. */
export interface Parted<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** Of rows, one more of which was asked for than is wanted: those that are wanted, and where what follows begins. */
export function partOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (last: Row) => string,
): Parted<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: cursorOf(last) } : { items };
}

/** A cursor that is the number of a row. Throws BadInput. */
export function numberIn(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw noCursor();
  return Number(cursor);
}

/** A row's place in a list that goes by time and then by id: the moment to the microsecond, as Postgres has it. */
export const placeIn = (at: SQL, id: SQL): SQL<string> =>
  sql<string>`(extract(epoch from ${at}) * 1000000)::bigint || '-' || ${id}`;

/** Whether a row comes after that place, where the latest come first. `type` is the id's. Throws BadInput. */
export function comesAfter(cursor: string, at: SQL, id: SQL, type: "bigint" | "text"): SQL {
  const [, micros, last] = /^(\d{1,17})-(\d{1,20})$/.exec(cursor) ?? [];
  if (micros === undefined) throw noCursor();
  const moment = sql`timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond'`;
  return sql`(${at}, ${id}) < (${moment}, ${last}::${sql.raw(type)})`;
}

const noCursor = () => new BadInput("cursor: wants `next` of the list before");
