import type { Instant } from "#kernel/clock";
import type { ScryptHash } from "#domain/admin/password";
import type { Person, Rights, Role } from "#domain/admin/rights";
import type { RoomMemory } from "../room-memory.ts";

/** Somebody who may come in. */
export interface Known extends Person {
  readonly hasPassword: boolean;
  readonly addedAt: Instant;
  readonly seenAt: Instant | undefined;
}

interface Row extends Record<string, SqlStorageValue> {
  id: string;
  name: string;
  role: string;
  rights: string;
  password: string | null;
  added_at: number;
  seen_at: number | null;
}

/** Everybody who may come in, what they may, and their passwords, hashed. */
export class People {
  readonly #memory: RoomMemory;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table(`CREATE TABLE IF NOT EXISTS person (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, rights TEXT NOT NULL, password TEXT,
      added_at INTEGER NOT NULL, seen_at INTEGER
    ) WITHOUT ROWID`);
  }

  list(): Known[] {
    return this.#memory.run<Row>("SELECT * FROM person ORDER BY role DESC, name").map(known);
  }

  find(id: string): Known | undefined {
    const [row] = this.#rows(id);
    return row && known(row);
  }

  put({ id, name, role, rights }: Person, now: Instant): void {
    this.#memory.run(
      `INSERT INTO person VALUES (?, ?, ?, ?, NULL, ?, NULL)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, rights = excluded.rights`,
      id,
      name,
      role,
      JSON.stringify(rights),
      now,
    );
  }

  /** They have just come in, under this name. */
  seen(id: string, name: string, now: Instant): void {
    this.#memory.run("UPDATE person SET name = ?, seen_at = ? WHERE id = ?", name, now, id);
  }

  remove(id: string): void {
    this.#memory.run("DELETE FROM person WHERE id = ?", id);
  }

  password(id: string): ScryptHash | undefined {
    const [row] = this.#rows(id);
    // The cast: this room wrote it.
    return row?.password == null ? undefined : (JSON.parse(row.password) as ScryptHash);
  }

  /** undefined takes it away. */
  setPassword(id: string, hash: ScryptHash | undefined): void {
    this.#memory.run("UPDATE person SET password = ? WHERE id = ?", hash ? JSON.stringify(hash) : null, id);
  }

  owners(): number {
    return this.list().filter(({ role }) => role === "owner").length;
  }

  #rows = (id: string) => this.#memory.run<Row>("SELECT * FROM person WHERE id = ?", id);
}

// The casts: this room wrote the row.
const known = ({ id, name, role, rights, password, added_at, seen_at }: Row): Known => ({
  id,
  name,
  role: role as Role,
  rights: JSON.parse(rights) as Rights,
  hasPassword: password !== null,
  addedAt: added_at as Instant,
  seenAt: (seen_at ?? undefined) as Instant | undefined,
});
