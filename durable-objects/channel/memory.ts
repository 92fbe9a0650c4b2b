import type { Instant } from "#kernel/clock";
import type { RewardId } from "#kernel/ids";

export interface DeadLetter {
  readonly key: string;
  readonly at: Instant;
  /** What was to be done, or what was received. */
  readonly what: unknown;
  readonly why: string;
}

/** What the channel remembers, in SQLite. Every method is one statement; transactions are the room's. */
export class Memory {
  readonly #sql: SqlStorage;
  readonly #rewards: Map<string, RewardId>;
  /** Rows written since the room woke, as Cloudflare bills them. */
  rowsWritten = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS feature (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS reward (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS dead_letter (
        key TEXT PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL
      ) WITHOUT ROWID;
    `);
    const rewards = this.run<{ key: string; id: string }>("SELECT key, id FROM reward");
    this.#rewards = new Map(rewards.map(({ key, id }) => [key, id as RewardId]));
  }

  /** Runs a statement and counts what it writes. */
  run<Row extends Record<string, SqlStorageValue>>(statement: string, ...values: SqlStorageValue[]): Row[] {
    const cursor = this.#sql.exec<Row>(statement, ...values);
    const rows = cursor.toArray();
    this.rowsWritten += cursor.rowsWritten;
    return rows;
  }

  /** The state of a game, or whatever else a part of the room keeps for itself. */
  recall(feature: string): unknown {
    const [row] = this.run<{ state: string }>("SELECT state FROM feature WHERE id = ?", feature);
    return row && JSON.parse(row.state);
  }

  keep(feature: string, state: unknown): void {
    this.run("INSERT OR REPLACE INTO feature VALUES (?, ?)", feature, JSON.stringify(state));
  }

  forget(feature: string): void {
    this.run("DELETE FROM feature WHERE id = ?", feature);
  }

  hasSeen(key: string): boolean {
    return this.run("SELECT key FROM seen WHERE key = ?", key).length > 0;
  }

  /** False when it has been seen before. */
  see(key: string, at: Instant): boolean {
    return this.run("INSERT OR IGNORE INTO seen VALUES (?, ?) RETURNING key", key, at).length > 0;
  }

  forgetSeenBefore(moment: Instant): void {
    this.run("DELETE FROM seen WHERE at < ?", moment);
  }

  /** The id of every reward by its key. */
  rewards(): ReadonlyMap<string, RewardId> {
    return this.#rewards;
  }

  keepReward(key: string, id: RewardId): void {
    this.run("INSERT OR REPLACE INTO reward VALUES (?, ?)", key, id);
    this.#rewards.set(key, id);
  }

  bury({ key, at, what, why }: DeadLetter): void {
    this.run("INSERT OR REPLACE INTO dead_letter VALUES (?, ?, ?, ?)", key, at, JSON.stringify(what), why);
  }

  deadLetters(limit: number): DeadLetter[] {
    const rows = this.run<{ key: string; at: number; what: string; why: string }>(
      "SELECT * FROM dead_letter ORDER BY at DESC LIMIT ?",
      limit,
    );
    return rows.map(({ key, at, what, why }) => ({
      key,
      at: at as Instant,
      what: JSON.parse(what) as unknown,
      why,
    }));
  }
}
