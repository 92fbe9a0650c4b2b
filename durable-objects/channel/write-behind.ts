import { after, earliest, type Instant, type Millis, seconds } from "#kernel/clock";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import type { HistoryRow } from "#adapters/database/history";
import type { Memory } from "./memory.ts";

type JournalRow = { key: string; version: number; row: string };

const batch = 200;
/** Changes gather for so long before they are written. */
const gather = seconds(30);
/** When a game has ended people look at its result; its last redemptions still want to be in the same batch. */
const shortly = seconds(4);

/**
 * Everything that is to stand in Postgres, gathered in a journal and written in batches. A row that changes again
 * before it is written takes the place of the older one. Postgres away: the journal grows, and nothing else happens.
 */
export class WriteBehind {
  readonly #memory: Memory;
  readonly #write: (rows: readonly HistoryRow[]) => Promise<void>;
  readonly #log: Log;
  #flushAt: Instant | undefined;
  #flushing: Promise<void> | undefined;
  #failures = 0;

  constructor(memory: Memory, write: (rows: readonly HistoryRow[]) => Promise<void>, log: Log, now: Instant) {
    this.#memory = memory;
    this.#write = write;
    this.#log = log;
    memory.run(
      "CREATE TABLE IF NOT EXISTS journal (key TEXT PRIMARY KEY, version INTEGER NOT NULL, row TEXT NOT NULL) WITHOUT ROWID",
    );
    // What the room had not written when it last died.
    if (this.size() > 0) this.#flushAt = after(now, shortly);
  }

  add(key: string, entry: HistoryRow, now: Instant): void {
    // The version tells a row that changed while it was being written from one that did not.
    this.#memory.run(
      "INSERT INTO journal VALUES (?, 1, ?) ON CONFLICT (key) DO UPDATE SET version = version + 1, row = excluded.row",
      `${entry.table}:${key}`,
      JSON.stringify(entry),
    );
    const wait = entry.table === "gameResults" ? shortly : gather;
    if (this.#failures === 0) this.#flushAt = earliest([this.#flushAt, after(now, wait)]);
  }

  size(): number {
    return this.#memory.run<{ size: number }>("SELECT count(*) AS size FROM journal")[0]?.size ?? 0;
  }

  /** When the journal wants to be written; undefined when it is empty. */
  nextDue(): Instant | undefined {
    return this.#flushAt;
  }

  /** Writes what is due; one at a time; never throws. */
  flush(clock: () => Instant): Promise<void> {
    if (this.#flushAt === undefined || clock() < this.#flushAt) return this.#flushing ?? Promise.resolve();
    this.#flushing ??= this.#flush(clock).finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async #flush(clock: () => Instant): Promise<void> {
    const rows = this.#memory.run<JournalRow>("SELECT key, version, row FROM journal LIMIT ?", batch);
    // While this batch is under way the alarm has another moment to come back to.
    this.#flushAt = after(clock(), backOff(this.#failures + 1));
    try {
      if (rows.length > 0) await this.#writeRows(rows, clock);
      this.#failures = 0;
      for (const { key, version } of rows)
        this.#memory.run("DELETE FROM journal WHERE key = ? AND version = ?", key, version);
      this.#flushAt =
        this.size() > 0 ? after(clock(), rows.length === batch ? seconds(0) : gather) : undefined;
    } catch (error) {
      this.#failures += 1;
      this.#flushAt = after(clock(), backOff(this.#failures));
      this.#log.warn("history.not-written", {
        rows: rows.length,
        failures: this.#failures,
        ...described(error),
      });
    }
  }

  /** A row that Postgres will never take must not hold up the others: writing one by one finds it, and it is buried. */
  async #writeRows(rows: readonly JournalRow[], clock: () => Instant): Promise<void> {
    const [first] = rows;
    if (!first) return;
    try {
      await this.#write(rows.map(({ row }) => JSON.parse(row) as HistoryRow));
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.retry) throw error;
      if (rows.length > 1) for (const row of rows) await this.#writeRows([row], clock);
      else {
        const { key, row } = first;
        this.#log.error("history.refused", { key, ...described(error) });
        this.#memory.bury({ key: `history:${key}`, at: clock(), what: JSON.parse(row), why: error.said });
      }
    }
  }
}

const backOff = (failures: number): Millis => seconds(Math.min(60, 5 * 2 ** (failures - 1)));
