import { instant, type Instant, latest } from "#kernel/clock";
import type { Arrival } from "#domain/forwarder/arrival";
import type { Waiting } from "#domain/forwarder/gather";
import type { RoomMemory } from "../room-memory.ts";

type Row = { at: number; what: string };

/** An album that has gone out. */
type Album = { first: number };

/** What a source chat's readers have told and nobody has worked on yet, in its order; and which albums have gone. */
export class Arrivals {
  readonly #memory: RoomMemory;
  #last: Instant;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table("CREATE TABLE IF NOT EXISTS arrival (at INTEGER PRIMARY KEY, what TEXT NOT NULL)");
    memory.table(
      "CREATE TABLE IF NOT EXISTS album (id TEXT PRIMARY KEY, first INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID",
    );
    const [row] = memory.run<{ last: number | null }>("SELECT max(at) AS last FROM arrival");
    this.#last = instant(row?.last ?? 0);
  }

  /** Keeps an arrival behind all others. */
  add(arrival: Arrival, now: Instant): void {
    this.#last = latest(now, instant(this.#last + 1));
    this.#memory.run("INSERT INTO arrival VALUES (?, ?)", this.#last, JSON.stringify(arrival));
  }

  first(limit: number): Waiting[] {
    return this.#memory
      .run<Row>("SELECT * FROM arrival ORDER BY at LIMIT ?", limit)
      .map(({ at, what }) => ({ order: instant(at), arrival: JSON.parse(what) as Arrival }));
  }

  remove(done: readonly Waiting[]): void {
    for (const { order } of done) this.#memory.run("DELETE FROM arrival WHERE at = ?", order);
  }

  hasAny(): boolean {
    return this.#memory.run("SELECT at FROM arrival LIMIT 1").length > 0;
  }

  /** The first message of an album that has gone already. */
  firstOfAlbum(id: string): number | undefined {
    return this.#memory.run<Album>("SELECT first FROM album WHERE id = ?", id)[0]?.first;
  }

  albumHasGone(id: string, first: number, now: Instant): void {
    this.#memory.run("INSERT OR REPLACE INTO album VALUES (?, ?, ?)", id, first, now);
  }

  forgetAlbumsBefore(moment: Instant): void {
    this.#memory.run("DELETE FROM album WHERE at < ?", moment);
  }
}
