import type { Instant } from "#kernel/clock";

export interface DeadLetter {
  readonly key: string;
  readonly at: Instant;
  /** What was to be done, or what was received. */
  readonly what: unknown;
  readonly why: string;
}

/** What every room remembers in SQLite, whatever else it does. Every method is one statement; transactions are the room's. */
export class RoomMemory {
  readonly #sql: SqlStorage;
  readonly #tables: string[] = [];
  #isEmptied = false;
  /** Rows written since the room woke, as Cloudflare bills them. */
  rowsWritten = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.table("CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID");
    this.table(`CREATE TABLE IF NOT EXISTS dead_letter (
      key TEXT PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL
    ) WITHOUT ROWID`);
  }

  /** Makes a table where there is none, and again should the storage be emptied. */
  table(statement: string): void {
    this.#tables.push(statement);
    this.#sql.exec(statement);
  }

  /** The storage has been emptied, tables and all, and the room lives on: it may be asked for something again. */
  emptied(): void {
    this.#isEmptied = true;
  }

  /** Runs a statement and counts what it writes. */
  run<Row extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): Row[] {
    if (this.#isEmptied) {
      this.#isEmptied = false;
      for (const table of this.#tables) this.#sql.exec(table);
    }
    const cursor = this.#sql.exec<Row>(statement, ...values);
    const rows = cursor.toArray();
    this.rowsWritten += cursor.rowsWritten;
    return rows;
  }

  hasSeen(key: string): boolean {
    return this.run("SELECT key FROM seen WHERE key = ?", key).length > 0;
  }

  /** False when it has been seen before. */
  see(key: string, at: Instant): boolean {
    return this.run("INSERT OR IGNORE INTO seen VALUES (?, ?) RETURNING key", key, at).length > 0;
  }

  forgetSeen(key: string): void {
    this.run("DELETE FROM seen WHERE key = ?", key);
  }

  forgetSeenBefore(moment: Instant): void {
    this.run("DELETE FROM seen WHERE at < ?", moment);
  }

  bury({ key, at, what, why }: DeadLetter): void {
    this.run("INSERT OR REPLACE INTO dead_letter VALUES (?, ?, ?, ?)", key, at, JSON.stringify(what), why);
  }

  /** The latest first; `before`: what follows this one. */
  deadLetters(limit: number, before?: Pick<DeadLetter, "at" | "key">): DeadLetter[] {
    return this.#letters(
      `SELECT * FROM dead_letter WHERE ?1 IS NULL OR at < ?1 OR (at = ?1 AND key > ?2)
       ORDER BY at DESC, key LIMIT ?3`,
      before?.at ?? null,
      before?.key ?? null,
      limit,
    );
  }

  deadLetter(key: string): DeadLetter | undefined {
    return this.#letters("SELECT * FROM dead_letter WHERE key = ?", key)[0];
  }

  /** False when it is gone already. */
  unbury(key: string): boolean {
    return this.run("DELETE FROM dead_letter WHERE key = ? RETURNING key", key).length > 0;
  }

  #letters(statement: string, ...values: SqlStorageValue[]): DeadLetter[] {
    const rows = this.run<{ key: string; at: number; what: string; why: string }>(statement, ...values);
    return rows.map(({ key, at, what, why }) => ({
      key,
      at: at as Instant,
      what: JSON.parse(what) as unknown,
      why,
    }));
  }
}
