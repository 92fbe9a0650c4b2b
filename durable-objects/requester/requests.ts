import type { Request } from "#domain/downloader/request";
import type { RoomMemory } from "../room-memory.ts";

/** What somebody has asked for and has not got yet, in the order in which they asked; on disk and in memory. */
export class Requests {
  readonly #memory: RoomMemory;
  readonly #all = new Map<string, Request>();

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.run(
      "CREATE TABLE IF NOT EXISTS request (id TEXT PRIMARY KEY, place INTEGER NOT NULL, request TEXT NOT NULL) WITHOUT ROWID",
    );
    for (const { request } of memory.run<{ request: string }>("SELECT request FROM request ORDER BY place")) {
      // The cast: this room wrote it.
      const read = JSON.parse(request) as Request;
      this.#all.set(read.id, read);
    }
  }

  all(): readonly Request[] {
    return [...this.#all.values()];
  }

  get(id: string): Request | undefined {
    return this.#all.get(id);
  }

  put(request: Request): void {
    this.#all.set(request.id, request);
    this.#memory.run(
      `INSERT INTO request VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM request), ?)
       ON CONFLICT (id) DO UPDATE SET request = excluded.request`,
      request.id,
      JSON.stringify(request),
    );
  }

  /** What would be seen again anyway does not have to be on disk. */
  remember(request: Request): void {
    if (this.#all.has(request.id)) this.#all.set(request.id, request);
  }

  remove(id: string): void {
    this.#all.delete(id);
    this.#memory.run("DELETE FROM request WHERE id = ?", id);
  }
}
