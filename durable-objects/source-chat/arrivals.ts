import { instant, type Instant, latest } from "#kernel/clock";
import type { Arrival } from "#domain/forwarder/arrival";
import type { Waiting } from "#domain/forwarder/gather";
import type { Message } from "#domain/forwarder/message";
import type { Post } from "#domain/forwarder/post";
import type { RoomMemory } from "../room-memory.ts";

type Row = { at: number; what: string };

type AlbumRow = { messages: string };

/** What a source chat's readers have told and nobody has worked on yet, in its order; and which albums have gone. */
export class Arrivals {
  readonly #memory: RoomMemory;
  /** When the room has woken up since the first of what waits was told; the last time is now. */
  readonly awakenings: readonly Instant[];
  #last: Instant;

  constructor(memory: RoomMemory, now: Instant) {
    this.#memory = memory;
    memory.table("CREATE TABLE IF NOT EXISTS arrival (at INTEGER PRIMARY KEY, what TEXT NOT NULL)");
    memory.table(
      "CREATE TABLE IF NOT EXISTS gone_album (id TEXT PRIMARY KEY, messages TEXT NOT NULL, at INTEGER NOT NULL)",
    );
    const [row] = memory.run<{ last: number | null }>("SELECT max(at) AS last FROM arrival");
    this.#last = instant(row?.last ?? 0);
    memory.table("CREATE TABLE IF NOT EXISTS awakening (at INTEGER PRIMARY KEY)");
    this.awakenings = this.hasAny() ? this.#awakeningsUntil(now) : [now];
  }

  #awakeningsUntil(now: Instant): readonly Instant[] {
    this.#memory.run("DELETE FROM awakening WHERE at < (SELECT min(at) FROM arrival)");
    this.#memory.run("INSERT OR IGNORE INTO awakening VALUES (?)", now);
    return this.#memory.run<{ at: Instant }>("SELECT at FROM awakening ORDER BY at").map(({ at }) => at);
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

  /** The messages of an album that has gone already, as they were last seen. */
  album(id: string | undefined): Post["messages"] | undefined {
    if (id === undefined) return undefined;
    const [row] = this.#memory.run<AlbumRow>("SELECT messages FROM gone_album WHERE id = ?", id);
    return row && (JSON.parse(row.messages) as Post["messages"]);
  }

  albumHasGone(id: string, messages: Post["messages"], now: Instant): void {
    this.#memory.run("INSERT OR REPLACE INTO gone_album VALUES (?, ?, ?)", id, JSON.stringify(messages), now);
  }

  /** The album of an edited message, with the edit in it; undefined: it is of none, or of one that nobody remembers. */
  editedAlbum(edited: Message, now: Instant): Post["messages"] | undefined {
    const { groupId, id } = edited;
    const messages = this.album(groupId);
    if (groupId === undefined || !messages?.some((message) => message.id === id)) return undefined;
    const seen = (message: Message) => (message.id === id ? edited : message);
    const [first, ...others] = messages;
    const album = [seen(first), ...others.map(seen)] as const;
    this.albumHasGone(groupId, album, now);
    return album;
  }

  forgetAlbumsBefore(moment: Instant): void {
    this.#memory.run("DELETE FROM gone_album WHERE at < ?", moment);
  }
}
