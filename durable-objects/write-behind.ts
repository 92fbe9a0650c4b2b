import { after, earliest, type Instant, type Millis, seconds } from "#kernel/clock";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import type { HistoryRow } from "#adapters/database/history";
import type { RoomMemory } from "./room-memory.ts";

/** A row by its table and primary key: of two with the same key the later one counts. */
type Note = readonly [key: string, row: HistoryRow];

/** What was noted together. */
type Page = { id: number; notes: string };

const batch = 200;
/** Changes gather for so long before they are written. */
const gather = seconds(30);
/** When a game, a download or a change has ended people look at its result; what belongs to it still wants to be in the same batch. */
const shortly = seconds(4);
const looked = new Set<HistoryRow["table"]>(["gameResults", "uploads", "downloads", "audit"]);

/**
 * Everything that is to stand in Postgres, gathered in a journal and written in batches. The journal gets one page
 * for each commit, however much that was about. Postgres away: the journal grows, and nothing else happens.
 */
export class WriteBehind {
  readonly #memory: RoomMemory;
  readonly #write: (rows: readonly HistoryRow[]) => Promise<void>;
  readonly #log: Log;
  #noted: Note[] = [];
  #flushAt: Instant | undefined;
  #flushing: Promise<void> | undefined;
  #failures = 0;

  constructor(
    memory: RoomMemory,
    write: (rows: readonly HistoryRow[]) => Promise<void>,
    log: Log,
    now: Instant,
  ) {
    this.#memory = memory;
    this.#write = write;
    this.#log = log;
    memory.table("CREATE TABLE IF NOT EXISTS journal_page (id INTEGER PRIMARY KEY, notes TEXT NOT NULL)");
    // What the room had not written when it last died.
    if (this.size() > 0) this.#flushAt = after(now, shortly);
  }

  /** Not written down before `keep`. */
  note(key: string, row: HistoryRow, now: Instant): void {
    this.#noted.push([`${row.table}:${key}`, row]);
    const wait = looked.has(row.table) ? shortly : gather;
    if (this.#failures === 0) this.#flushAt = earliest([this.#flushAt, after(now, wait)]);
  }

  /** Writes down what was noted; no page gets larger than a batch. */
  keep(): void {
    for (let from = 0; from < this.#noted.length; from += batch) {
      const notes = JSON.stringify(this.#noted.slice(from, from + batch));
      this.#memory.run("INSERT INTO journal_page (notes) VALUES (?)", notes);
    }
    this.#noted = [];
  }

  /** Whatever was noted and not kept has not happened. */
  forget(): void {
    this.#noted = [];
  }

  /** In pages. */
  size(): number {
    return this.#memory.run<{ size: number }>("SELECT count(*) AS size FROM journal_page")[0]?.size ?? 0;
  }

  /** Whether Postgres has refused, or not answered, several times on end. */
  get stuck(): boolean {
    return this.#failures >= 3;
  }

  /** When the journal wants to be written; undefined when it is empty. */
  nextDue(): Instant | undefined {
    return this.#flushAt;
  }

  /** Writes what is due; one at a time; never throws. */
  flush(clock: () => Instant): Promise<void> {
    if (this.#flushAt === undefined || clock() < this.#flushAt) return this.#flushing ?? Promise.resolve();
    return this.#begin(clock);
  }

  /** Writes what was noted until now, due or not: somebody wants to read it in Postgres. Never throws. */
  async flushNow(clock: () => Instant): Promise<void> {
    // What is under way knows nothing of what was noted since it began.
    await this.#flushing;
    if (this.size() > 0) await this.#begin(clock);
  }

  #begin(clock: () => Instant): Promise<void> {
    this.#flushing ??= this.#flush(clock).finally(() => (this.#flushing = undefined));
    return this.#flushing;
  }

  async #flush(clock: () => Instant): Promise<void> {
    const { rows, last } = this.#nextBatch();
    // While this batch is under way the alarm has another moment to come back to.
    this.#flushAt = after(clock(), backOff(this.#failures + 1));
    try {
      if (rows.size > 0) await this.#writeRows([...rows], clock);
      this.#failures = 0;
      this.#memory.run("DELETE FROM journal_page WHERE id <= ?", last);
      this.#flushAt = this.size() > 0 ? after(clock(), rows.size >= batch ? seconds(0) : gather) : undefined;
    } catch (error) {
      this.#failures += 1;
      this.#flushAt = after(clock(), backOff(this.#failures));
      this.#log.warn("history.not-written", {
        rows: rows.size,
        failures: this.#failures,
        ...described(error),
      });
    }
  }

  /** The oldest pages, as many as make a batch; of a row that changed twice the older state is left out. */
  #nextBatch(): { readonly rows: ReadonlyMap<string, HistoryRow>; readonly last: number } {
    const rows = new Map<string, HistoryRow>();
    let last = 0;
    while (rows.size < batch) {
      const page = this.#memory.run<Page>(
        "SELECT * FROM journal_page WHERE id > ? ORDER BY id LIMIT 1",
        last,
      )[0];
      if (!page) break;
      last = page.id;
      for (const [key, row] of JSON.parse(page.notes) as Note[]) rows.set(key, row);
    }
    return { rows, last };
  }

  /** A row that Postgres will never take must not hold up the others: writing one by one finds it, and it is buried. */
  async #writeRows(rows: readonly Note[], clock: () => Instant): Promise<void> {
    const [first] = rows;
    if (!first) return;
    try {
      await this.#write(rows.map(([, row]) => row));
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.retry) throw error;
      if (rows.length > 1) for (const row of rows) await this.#writeRows([row], clock);
      else {
        const [key, row] = first;
        this.#log.error("history.refused", { key, ...described(error) });
        this.#memory.bury({ key: `history:${key}`, at: clock(), what: row, why: error.said });
      }
    }
  }
}

const backOff = (failures: number): Millis => seconds(Math.min(60, 5 * 2 ** (failures - 1)));
