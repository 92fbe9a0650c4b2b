import { between, type Instant, minutes } from "#kernel/clock";
import { isOver, livesFor } from "#domain/admin/session";
import type { RoomMemory } from "../room-memory.ts";

/** How somebody has come in. */
export type Way = "twitch" | "telegram" | "token" | "password";

/** From where, as the owner is shown it. */
export interface Origin {
  readonly way: Way;
  readonly address: string;
  readonly agent: string;
}

/** A session as the room keeps it. `key` is the hash of what the cookie holds: whoever reads it cannot use it. */
export interface Session extends Origin {
  readonly key: string;
  readonly person: string;
  readonly begunAt: Instant;
  readonly usedAt: Instant;
}

interface Row extends Record<string, SqlStorageValue> {
  key: string;
  person: string;
  way: string;
  address: string;
  agent: string;
  begun_at: number;
  used_at: number;
}

/** That it was used is written down once in a while: a row each time would be dear. */
const usedEvery = minutes(1);

/** The sessions that are open. */
export class Sessions {
  readonly #memory: RoomMemory;

  constructor(memory: RoomMemory) {
    this.#memory = memory;
    memory.table(`CREATE TABLE IF NOT EXISTS session (
      key TEXT PRIMARY KEY, person TEXT NOT NULL, way TEXT NOT NULL, address TEXT NOT NULL, agent TEXT NOT NULL,
      begun_at INTEGER NOT NULL, used_at INTEGER NOT NULL
    ) WITHOUT ROWID`);
  }

  begin({ key, person, way, address, agent, begunAt, usedAt }: Session): void {
    this.#memory.run("DELETE FROM session WHERE begun_at < ?", begunAt - livesFor);
    this.#memory.run(
      "INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)",
      key,
      person,
      way,
      address,
      agent,
      begunAt,
      usedAt,
    );
  }

  /** The session of this key, unless it is over. */
  find(key: string, now: Instant): Session | undefined {
    const [row] = this.#memory.run<Row>("SELECT * FROM session WHERE key = ?", key);
    const session = row && sessionOf(row);
    return session && !isOver(session, now) ? session : undefined;
  }

  /** Answers it as it is now. */
  use(session: Session, now: Instant): Session {
    if (between(session.usedAt, now) < usedEvery) return session;
    this.#memory.run("UPDATE session SET used_at = ? WHERE key = ?", now, session.key);
    return { ...session, usedAt: now };
  }

  /** The last used first. */
  list(now: Instant): Session[] {
    return this.#memory
      .run<Row>("SELECT * FROM session WHERE begun_at > ? ORDER BY used_at DESC", now - livesFor)
      .map(sessionOf)
      .filter((session) => !isOver(session, now));
  }

  end(key: string): void {
    this.#memory.run("DELETE FROM session WHERE key = ?", key);
  }
}

// The casts: this room wrote the row.
const sessionOf = ({ key, person, way, address, agent, begun_at, used_at }: Row): Session => ({
  key,
  person,
  way: way as Way,
  address,
  agent,
  begunAt: begun_at as Instant,
  usedAt: used_at as Instant,
});
