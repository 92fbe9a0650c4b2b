import type { LogLine } from "#domain/admin/log/log-line";

/** A line, or a place where lines are missing; nobody may know how many. */
export type Row =
  | { readonly id: number; readonly line: LogLine }
  | { readonly id: number; readonly lost: number | "unknown" };

/** What has come of the log. */
export interface Journal {
  readonly rows: readonly Row[];
  /** The next row's. */
  readonly id: number;
  /** Up to here somebody has cleared it. */
  readonly clearedAt: string;
}

export const nothingYet: Journal = { rows: [], id: 0, clearedAt: "" };

/** So many rows are kept, and up to a page more: one after the other would be work. */
export const mostRows = 20_000;
const page = 1_000;

type Fresh = { readonly line: LogLine } | { readonly lost: number | "unknown" };

/** With what was written since, before which so many lines may have got lost. */
export const added = (journal: Journal, lines: readonly LogLine[], dropped = 0): Journal =>
  append(journal, [...(dropped > 0 ? [{ lost: dropped }] : []), ...lines.map((line) => ({ line }))]);

/**
 * With the latest that the room has, after the socket was opened or another filter sent. What is older stays; where
 * the two do not touch, lines may be missing.
 */
export function begunAnew(journal: Journal, latest: readonly LogLine[]): Journal {
  const lines = latest.filter(({ at }) => at > journal.clearedAt);
  const [first] = lines;
  if (!first) return journal;
  const known = JSON.stringify(first);
  const place = journal.rows.findLastIndex((row) => "line" in row && JSON.stringify(row.line) === known);
  const older =
    place >= 0
      ? journal.rows.slice(0, place)
      : journal.rows.filter((row) => !("line" in row) || row.line.at < first.at);
  const isApart = place < 0 && older.length > 0;
  return append({ ...journal, rows: older }, [
    ...(isApart ? [{ lost: "unknown" as const }] : []),
    ...lines.map((line) => ({ line })),
  ]);
}

/** Without the lines that are not wanted any more. */
export const narrowed = (journal: Journal, isWanted: (line: LogLine) => boolean): Journal => ({
  ...journal,
  rows: wantedOf(journal.rows, isWanted),
});

/** Where lines are missing nobody knows which. */
export const wantedOf = (rows: readonly Row[], isWanted: (line: LogLine) => boolean): readonly Row[] =>
  rows.filter((row) => !("line" in row) || isWanted(row.line));

/** Empty, also of what the room would show again. */
export const cleared = ({ rows, id, clearedAt }: Journal): Journal => {
  const last = rows.findLast((row) => "line" in row);
  return { rows: [], id, clearedAt: last && "line" in last ? last.line.at : clearedAt };
};

export const linesOf = (rows: readonly Row[]): readonly LogLine[] =>
  rows.flatMap((row) => ("line" in row ? [row.line] : []));

function append({ rows, id, clearedAt }: Journal, fresh: readonly Fresh[]): Journal {
  const all = [...rows, ...fresh.map((each, nth) => ({ ...each, id: id + nth }))];
  return {
    rows: all.length > mostRows + page ? all.slice(-mostRows) : all,
    id: id + fresh.length,
    clearedAt,
  };
}
