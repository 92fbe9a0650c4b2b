import type { Instant } from "#kernel/clock";
import type { ChatterId, RedemptionId, RewardId } from "#kernel/ids";
import type { Redemption, RedemptionStatus, Resolution } from "#domain/twitch/redemption";
import { beginningWith } from "./beginning-with.ts";
import type { Memory } from "./memory.ts";

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

/** What is looked for in the ledger; `before`: what follows this entry. */
export interface LedgerQuestion {
  readonly limit: number;
  readonly before?: Pick<LedgerEntry, "at" | "id">;
  readonly state?: RedemptionStatus;
  readonly reward?: string;
  /** How a login or name begins. */
  readonly viewer?: string;
  readonly viewerId?: ChatterId;
}

/** Every redemption there has been. An entry is written once, whatever a group of turns has made of it. */
export class Ledger {
  readonly #memory: Memory;
  readonly #changed = new Map<RedemptionId, LedgerEntry>();

  constructor(memory: Memory) {
    this.#memory = memory;
    memory.run(`
      CREATE TABLE IF NOT EXISTS ledger (
        id TEXT PRIMARY KEY, reward TEXT NOT NULL, rewardId TEXT NOT NULL,
        viewerId TEXT NOT NULL, viewerLogin TEXT NOT NULL, viewerName TEXT NOT NULL,
        input TEXT NOT NULL, cost INTEGER NOT NULL,
        status TEXT NOT NULL, decided TEXT, at INTEGER NOT NULL, resolvedAt INTEGER
      ) WITHOUT ROWID
    `);
  }

  entry(id: RedemptionId): LedgerEntry | undefined {
    const [written] = this.#changed.has(id) ? [] : this.#read("SELECT * FROM ledger WHERE id = ?", id);
    return this.#changed.get(id) ?? written;
  }

  /** Like every change here it is not written before `keep`. */
  enter(reward: string, { id, rewardId, viewer, input, cost }: Redemption, at: Instant): LedgerEntry {
    return this.#change({
      id,
      reward,
      rewardId,
      viewerId: viewer.id,
      viewerLogin: viewer.login,
      viewerName: viewer.name,
      input,
      cost,
      status: "UNFULFILLED",
      decided: null,
      at,
      resolvedAt: null,
    });
  }

  decide(id: RedemptionId, as: Resolution): void {
    const entry = this.entry(id);
    if (entry) this.#change({ ...entry, decided: as });
  }

  resolve(id: RedemptionId, status: RedemptionStatus, at: Instant): LedgerEntry | undefined {
    const entry = this.entry(id);
    return entry && this.#change({ ...entry, status, resolvedAt: at });
  }

  keep(): void {
    for (const entry of this.#changed.values())
      this.#memory.run(
        `INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
         SET status = excluded.status, decided = excluded.decided, resolvedAt = excluded.resolvedAt`,
        entry.id,
        entry.reward,
        entry.rewardId,
        entry.viewerId,
        entry.viewerLogin,
        entry.viewerName,
        entry.input,
        entry.cost,
        entry.status,
        entry.decided,
        entry.at,
        entry.resolvedAt,
      );
    this.#changed.clear();
  }

  /** Whatever has changed since `keep` has not happened. */
  forget(): void {
    this.#changed.clear();
  }

  /** Redemptions of these rewards that are still in play. */
  undecided(rewards: readonly string[]): RedemptionId[] {
    this.keep();
    const places = rewards.map(() => "?").join(", ");
    const entries = this.#read(
      `SELECT * FROM ledger WHERE decided IS NULL AND reward IN (${places})`,
      ...rewards,
    );
    return entries.map(({ id }) => id);
  }

  /** The newest first. */
  search({ limit, before, state, reward, viewer, viewerId }: LedgerQuestion): LedgerEntry[] {
    return this.#read(
      `SELECT * FROM ledger
       WHERE (?1 IS NULL OR status = ?1) AND (?2 IS NULL OR reward = ?2)
         AND (?3 IS NULL OR viewerId = ?3)
         AND (?4 IS NULL OR viewerLogin LIKE ?4 ESCAPE '\\' OR viewerName LIKE ?4 ESCAPE '\\')
         AND (?5 IS NULL OR at < ?5 OR (at = ?5 AND id > ?6))
       ORDER BY at DESC, id LIMIT ?7`,
      state ?? null,
      reward ?? null,
      viewerId ?? null,
      viewer === undefined ? null : beginningWith(viewer),
      before?.at ?? null,
      before?.id ?? null,
      limit,
    );
  }

  size(): number {
    return this.#memory.run<{ size: number }>("SELECT count(*) AS size FROM ledger")[0]?.size ?? 0;
  }

  forgetEndedBefore(moment: Instant): void {
    this.#memory.run("DELETE FROM ledger WHERE status <> 'UNFULFILLED' AND at < ?", moment);
  }

  #change(entry: LedgerEntry): LedgerEntry {
    this.#changed.set(entry.id, entry);
    return entry;
  }

  // The cast: this room wrote the rows, from entries.
  #read(statement: string, ...values: SqlStorageValue[]): LedgerEntry[] {
    return this.#memory.run(statement, ...values) as unknown as LedgerEntry[];
  }
}
