import { type Instant, instant } from "#kernel/clock";
import type { Effect, EffectKind } from "#domain/twitch/effect";
import type { GameId } from "#domain/twitch/games/index";
import type { Memory } from "./memory.ts";

/** An effect that was decided and is not done yet. */
export interface Errand {
  readonly id: number;
  /** `event:effect:n`: the same decision has the same key, however often it is performed. */
  readonly key: string;
  /** Who is to hear the answer; null: nobody. */
  readonly game: GameId | null;
  readonly effect: Effect;
  readonly decidedAt: Instant;
  readonly attempts: number;
  /** When it was last begun without anything heard of it since; null: it was not, or it surely failed. */
  readonly begunAt: Instant | null;
}

type Row = {
  id: number;
  key: string;
  game: string | null;
  effect: string;
  decidedAt: number;
  attempts: number;
  begunAt: number | null;
};

/** Everything decided and not yet done. A row is deleted in the same transaction that keeps what came of it. */
export class Outbox {
  readonly #memory: Memory;
  /** SQLite would give the id of a deleted row to the next one, and a late answer would end the wrong errand. */
  #lastId: number;

  constructor(memory: Memory) {
    this.#memory = memory;
    memory.run(`
      CREATE TABLE IF NOT EXISTS outbox (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, game TEXT, effect TEXT NOT NULL,
        decidedAt INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, begunAt INTEGER
      )
    `);
    this.#lastId = memory.run<{ last: number | null }>("SELECT max(id) AS last FROM outbox")[0]?.last ?? 0;
  }

  add(key: string, game: GameId | null, effect: Effect, now: Instant): void {
    this.#memory.run(
      "INSERT INTO outbox (id, kind, key, game, effect, decidedAt, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ++this.#lastId,
      effect.do,
      key,
      game,
      JSON.stringify(effect),
      now,
      now,
    );
  }

  /** Up to `count` errands of a kind, the oldest first, that may be tried now. */
  due(kind: EffectKind, now: Instant, count: number): Errand[] {
    return this.#read(
      "SELECT * FROM outbox WHERE kind = ? AND due <= ? ORDER BY id LIMIT ?",
      kind,
      now,
      count,
    );
  }

  /** The oldest errand of a kind, whether it is due or not; with when it is. */
  first(kind: EffectKind): { readonly errand: Errand; readonly due: Instant } | undefined {
    const [row] = this.#memory.run<Row & { due: number }>(
      "SELECT * FROM outbox WHERE kind = ? ORDER BY id LIMIT 1",
      kind,
    );
    return row && { errand: errandOf(row), due: instant(row.due) };
  }

  /** Errands that were begun and of which nothing has been heard. */
  begun(kind: EffectKind): Errand[] {
    return this.#read("SELECT * FROM outbox WHERE kind = ? AND begunAt IS NOT NULL ORDER BY id", kind);
  }

  /** When the next errand of a kind may be tried; undefined when none is left. */
  nextDue(kind: EffectKind): Instant | undefined {
    const [row] = this.#memory.run<{ due: number | null }>(
      "SELECT min(due) AS due FROM outbox WHERE kind = ?",
      kind,
    );
    return row?.due == null ? undefined : instant(row.due);
  }

  size(): number {
    return this.#memory.run<{ size: number }>("SELECT count(*) AS size FROM outbox")[0]?.size ?? 0;
  }

  /** Notes that an errand is being tried: until `due` nobody tries it again, also not after a crash. */
  begin({ id }: Errand, now: Instant, due: Instant): void {
    this.#memory.run("UPDATE outbox SET begunAt = ?, due = ? WHERE id = ?", now, due, id);
  }

  /** Nobody knows whether it happened; what has not been heard by then did not. */
  decideBy({ id }: Errand, due: Instant): void {
    this.#memory.run("UPDATE outbox SET due = ? WHERE id = ?", due, id);
  }

  postpone({ id, attempts }: Errand, due: Instant): void {
    this.#memory.run(
      "UPDATE outbox SET begunAt = NULL, due = ?, attempts = ? WHERE id = ?",
      due,
      attempts + 1,
      id,
    );
  }

  /** False when it is gone already: an answer that comes twice counts once. */
  remove({ id }: Errand): boolean {
    return this.#memory.run("DELETE FROM outbox WHERE id = ? RETURNING id", id).length > 0;
  }

  #read(statement: string, ...values: SqlStorageValue[]): Errand[] {
    return this.#memory.run<Row>(statement, ...values).map(errandOf);
  }
}

const errandOf = ({ id, key, game, effect, decidedAt, attempts, begunAt }: Row): Errand => ({
  id,
  key,
  // The casts: this room wrote the row, from these types.
  game: game as GameId | null,
  effect: JSON.parse(effect) as Effect,
  decidedAt: instant(decidedAt),
  attempts,
  begunAt: begunAt === null ? null : instant(begunAt),
});
