import type { Instant } from "#kernel/clock";
import type { ChatterId, RedemptionId, RewardId } from "#kernel/ids";
import type { Redemption, RedemptionStatus, Resolution } from "#domain/twitch/redemption";

/** One redemption in the ledger, from its arrival to its end. */
export interface LedgerEntry {
  readonly id: RedemptionId;
  /** The reward's key: `keg`, `boar` … */
  readonly reward: string;
  readonly rewardId: RewardId;
  readonly viewerId: ChatterId;
  readonly viewerLogin: string;
  readonly viewerName: string;
  readonly input: string;
  readonly cost: number;
  /** How it stands at Twitch, as far as we have heard. */
  readonly status: RedemptionStatus;
  /** How it is to end; null while it is in play. */
  readonly decided: Resolution | null;
  readonly at: Instant;
  readonly resolvedAt: Instant | null;
}

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
  /** Rows written since the room woke, as Cloudflare bills them. */
  rowsWritten = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS feature (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS seen (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS reward (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS ledger (
        id TEXT PRIMARY KEY, reward TEXT NOT NULL, rewardId TEXT NOT NULL,
        viewerId TEXT NOT NULL, viewerLogin TEXT NOT NULL, viewerName TEXT NOT NULL,
        input TEXT NOT NULL, cost INTEGER NOT NULL,
        status TEXT NOT NULL, decided TEXT, at INTEGER NOT NULL, resolvedAt INTEGER
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS dead_letter (
        key TEXT PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL
      ) WITHOUT ROWID;
    `);
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
    return this.run("SELECT 1 FROM seen WHERE key = ?", key).length > 0;
  }

  see(key: string, at: Instant): void {
    this.run("INSERT OR IGNORE INTO seen VALUES (?, ?)", key, at);
  }

  forgetSeenBefore(moment: Instant): void {
    this.run("DELETE FROM seen WHERE at < ?", moment);
  }

  rewards(): Map<string, RewardId> {
    const rows = this.run<{ key: string; id: string }>("SELECT key, id FROM reward");
    return new Map(rows.map(({ key, id }) => [key, id as RewardId]));
  }

  keepReward(key: string, id: RewardId): void {
    this.run("INSERT OR REPLACE INTO reward VALUES (?, ?)", key, id);
  }

  enter(reward: string, { id, rewardId, viewer, input, cost }: Redemption, at: Instant): void {
    this.run(
      "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'UNFULFILLED', NULL, ?, NULL)",
      id,
      reward,
      rewardId,
      viewer.id,
      viewer.login,
      viewer.name,
      input,
      cost,
      at,
    );
  }

  decide(id: RedemptionId, as: Resolution): void {
    this.run("UPDATE ledger SET decided = ? WHERE id = ?", as, id);
  }

  resolve(id: RedemptionId, status: RedemptionStatus, at: Instant): void {
    this.run("UPDATE ledger SET status = ?, resolvedAt = ? WHERE id = ?", status, at, id);
  }

  entry(id: RedemptionId): LedgerEntry | undefined {
    return this.run("SELECT * FROM ledger WHERE id = ?", id)[0] as LedgerEntry | undefined;
  }

  forgetEndedBefore(moment: Instant): void {
    this.run("DELETE FROM ledger WHERE status <> 'UNFULFILLED' AND at < ?", moment);
  }

  /** Redemptions of these rewards that are still in play. */
  undecided(rewards: readonly string[]): RedemptionId[] {
    const places = rewards.map(() => "?").join(", ");
    const rows = this.run<{ id: string }>(
      `SELECT id FROM ledger WHERE decided IS NULL AND reward IN (${places})`,
      ...rewards,
    );
    return rows.map(({ id }) => id as RedemptionId);
  }

  /** The newest first. */
  ledger(limit: number): LedgerEntry[] {
    return this.run("SELECT * FROM ledger ORDER BY at DESC, id LIMIT ?", limit) as unknown as LedgerEntry[];
  }

  ledgerSize(): number {
    return this.run<{ size: number }>("SELECT count(*) AS size FROM ledger")[0]?.size ?? 0;
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
