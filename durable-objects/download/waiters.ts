import type { Instant } from "#kernel/clock";
import type { RoomMemory } from "../room-memory.ts";

/** A request that waits, and the room of whoever made it. */
export interface Waiter {
  readonly requester: string;
  readonly request: string;
}

type Row = { readonly requester: string; readonly request: string; readonly tries: number };

/** Everyone who waits for a download, in the order in which they came; on disk, so that none is forgotten. */
export class Waiters {
  readonly #memory: RoomMemory;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table(`CREATE TABLE IF NOT EXISTS waiter (
      place INTEGER PRIMARY KEY, requester TEXT NOT NULL, request TEXT NOT NULL UNIQUE,
      due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0
    )`);
  }

  /** Can be repeated. */
  add({ requester, request }: Waiter): void {
    this.#memory.run(
      "INSERT OR IGNORE INTO waiter (requester, request, due) VALUES (?, ?, 0)",
      requester,
      request,
    );
  }

  remove({ request }: Pick<Waiter, "request">): void {
    this.#memory.run("DELETE FROM waiter WHERE request = ?", request);
  }

  count(): number {
    return this.#memory.run<{ count: number }>("SELECT count(*) AS count FROM waiter")[0]?.count ?? 0;
  }

  /** How many came before. */
  before({ request }: Waiter): number {
    const [row] = this.#memory.run<{ count: number }>(
      "SELECT count(*) AS count FROM waiter WHERE place < (SELECT place FROM waiter WHERE request = ?)",
      request,
    );
    return row?.count ?? 0;
  }

  first(most: number): readonly Waiter[] {
    return this.#memory.run<Row>("SELECT * FROM waiter ORDER BY place LIMIT ?", most);
  }

  /** Who may be told now, and how often that has failed. */
  due(now: Instant, most: number): readonly (Waiter & { readonly tries: number })[] {
    return this.#memory.run<Row>(
      "SELECT * FROM waiter WHERE due <= ? ORDER BY due, place LIMIT ?",
      now,
      most,
    );
  }

  postpone({ request }: Waiter, due: Instant): void {
    this.#memory.run("UPDATE waiter SET due = ?, tries = tries + 1 WHERE request = ?", due, request);
  }

  nextDue(): Instant | undefined {
    const [row] = this.#memory.run<{ due: number | null }>("SELECT min(due) AS due FROM waiter");
    return (row?.due ?? undefined) as Instant | undefined;
  }
}
