import type { JobNote } from "#adapters/database/forwarder/note-jobs";
import type { RoomMemory } from "../room-memory.ts";

type Row = { id: number; notes: string };

/** What came of jobs and could not be told to Postgres. */
export class Notes {
  readonly #memory: RoomMemory;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, notes TEXT NOT NULL)");
  }

  add(notes: readonly JobNote[]): void {
    this.#memory.run("INSERT INTO note (notes) VALUES (?)", JSON.stringify(notes));
  }

  hasAny(): boolean {
    return this.#memory.run("SELECT id FROM note LIMIT 1").length > 0;
  }

  /** The oldest that were kept together. */
  first(): { readonly notes: readonly JobNote[]; readonly last: number } {
    const [row] = this.#memory.run<Row>("SELECT * FROM note ORDER BY id LIMIT 1");
    return { notes: row ? (JSON.parse(row.notes) as JobNote[]) : [], last: row?.id ?? 0 };
  }

  remove(last: number): void {
    this.#memory.run("DELETE FROM note WHERE id <= ?", last);
  }
}
