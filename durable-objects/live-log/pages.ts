import { letThrough } from "#domain/admin/log/let-through";
import type { LogFilter } from "#domain/admin/log/log-filter";
import type { LogLine } from "#domain/admin/log/log-line";

/** So many lines are kept, and up to a page more. */
export const mostLines = 5_000;

/**
 * The latest lines, a row for each page that was handed over. A page's number is that of its last line, counted from the
 * first one ever: so it is known at a glance which pages are too old.
 */
export class Pages {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec("CREATE TABLE IF NOT EXISTS page (last INTEGER PRIMARY KEY, lines TEXT NOT NULL)");
  }

  add(lines: readonly LogLine[]): void {
    const last = this.#last() + lines.length;
    this.#sql.exec("INSERT INTO page VALUES (?, ?)", last, JSON.stringify(lines));
    this.#sql.exec("DELETE FROM page WHERE last <= ?", last - mostLines);
  }

  /** The latest that the filter lets through, the oldest of them first. */
  latest(filter: LogFilter, limit: number): LogLine[] {
    const isWanted = letThrough(filter);
    const found: LogLine[] = [];
    for (const { lines } of this.#sql.exec<{ lines: string }>("SELECT lines FROM page ORDER BY last DESC")) {
      found.push(...(JSON.parse(lines) as LogLine[]).filter(isWanted).toReversed());
      if (found.length >= limit) break;
    }
    return found.slice(0, limit).toReversed();
  }

  #last(): number {
    return this.#sql.exec<{ last: number }>("SELECT coalesce(max(last), 0) AS last FROM page").one().last;
  }
}
