export type Row = readonly string[];

/** Columns of one width: the first to the left, the others to the right. A row of one cell takes the whole width. */
export function formatTable(rows: readonly Row[]): string[] {
  const cells = rows.filter((row) => row.length > 1);
  const columns = cells[0] ?? [];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => (row.length > 1 ? row.map(pad).join("  ") : row.join("")).trimEnd());
}
