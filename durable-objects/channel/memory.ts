import type { RewardId } from "#kernel/ids";
import { RoomMemory } from "../room-memory.ts";

/** What the channel remembers besides. */
export class Memory extends RoomMemory {
  readonly #rewards: Map<string, RewardId>;

  constructor(sql: SqlStorage) {
    super(sql);
    sql.exec(`
      CREATE TABLE IF NOT EXISTS feature (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS reward (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
    `);
    const rewards = this.run<{ key: string; id: string }>("SELECT key, id FROM reward");
    this.#rewards = new Map(rewards.map(({ key, id }) => [key, id as RewardId]));
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

  /** The id of every reward by its key. */
  rewards(): ReadonlyMap<string, RewardId> {
    return this.#rewards;
  }

  keepReward(key: string, id: RewardId): void {
    this.run("INSERT OR REPLACE INTO reward VALUES (?, ?)", key, id);
    this.#rewards.set(key, id);
  }
}
