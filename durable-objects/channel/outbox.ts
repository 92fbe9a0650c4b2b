import { type Instant, instant } from "#kernel/clock";
import type { Effect, EffectKind } from "#domain/twitch/effect";
import type { GameId } from "#domain/twitch/games/index";
import type { Memory } from "./memory.ts";
import { Queue } from "./queue.ts";

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

/** An errand, and when it may be tried. */
export interface Waiting {
  readonly errand: Errand;
  readonly due: Instant;
}

type Row = {
  id: number;
  key: string;
  game: string | null;
  effect: string;
  decidedAt: number;
  due: number;
  attempts: number;
  begunAt: number | null;
};

/**
 * Everything decided and not yet done. A row is deleted in the same transaction that keeps what came of it.
 * The table is read once and known by heart from then on: while Twitch is away it grows long, and what is due next
 * is asked after every turn.
 */
export class Outbox {
  readonly #memory: Memory;
  #queues: Queues | undefined;
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

  /** A transaction was taken back: what stands in the table is read again. */
  forget(): void {
    this.#queues = undefined;
  }

  add(key: string, game: GameId | null, effect: Effect, now: Instant): void {
    const queue = this.#queue(effect.do);
    const id = ++this.#lastId;
    this.#memory.run(
      "INSERT INTO outbox (id, kind, key, game, effect, decidedAt, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
      id,
      effect.do,
      key,
      game,
      JSON.stringify(effect),
      now,
      now,
    );
    queue.put(id, {
      errand: { id, key, game, effect, decidedAt: now, attempts: 0, begunAt: null },
      due: now,
    });
  }

  /** Up to `count` errands of a kind, the oldest first, that may be tried now. */
  due(kind: EffectKind, now: Instant, count: number): Errand[] {
    const found: Errand[] = [];
    for (const { errand, due } of this.#queue(kind)) {
      if (found.length === count) break;
      if (due <= now) found.push(errand);
    }
    return found;
  }

  /** The oldest errand of a kind, whether it is due or not. */
  first(kind: EffectKind): Waiting | undefined {
    const [first] = this.#queue(kind);
    return first;
  }

  /** Errands that were begun and of which nothing has been heard. */
  begun(kind: EffectKind): Errand[] {
    return [...this.#queue(kind)].flatMap(({ errand }) => (errand.begunAt === null ? [] : errand));
  }

  /** When the next errand of a kind may be tried; undefined when none is left. */
  nextDue(kind: EffectKind): Instant | undefined {
    return this.#queue(kind).nextDue();
  }

  size(): number {
    return [...this.#known.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Notes that an errand is being tried: until `due` nobody tries it again, also not after a crash. */
  begin(errand: Errand, now: Instant, due: Instant): void {
    this.#change(errand, due, { begunAt: now });
  }

  /** Nobody knows whether it happened; what has not been heard by then did not. */
  decideBy(errand: Errand, due: Instant): void {
    this.#change(errand, due, {});
  }

  postpone(errand: Errand, due: Instant): void {
    this.#change(errand, due, { begunAt: null, attempts: errand.attempts + 1 });
  }

  /** False when it is gone already: an answer that comes twice counts once. */
  remove({ id, effect }: Errand): boolean {
    if (!this.#queue(effect.do).delete(id)) return false;
    this.#memory.run("DELETE FROM outbox WHERE id = ?", id);
    return true;
  }

  /** What is gone already stays gone. */
  #change({ id, effect }: Errand, due: Instant, change: Partial<Pick<Errand, "begunAt" | "attempts">>): void {
    const queue = this.#queue(effect.do);
    const waiting = queue.get(id);
    if (!waiting) return;
    const errand = { ...waiting.errand, ...change };
    this.#memory.run(
      "UPDATE outbox SET due = ?, begunAt = ?, attempts = ? WHERE id = ?",
      due,
      errand.begunAt,
      errand.attempts,
      id,
    );
    queue.put(id, { errand, due });
  }

  #queue(kind: EffectKind): Queue<Waiting> {
    return queueOf(this.#known, kind);
  }

  get #known(): Queues {
    this.#queues ??= this.#read();
    return this.#queues;
  }

  #read(): Queues {
    const queues: Queues = new Map();
    for (const row of this.#memory.run<Row>("SELECT * FROM outbox ORDER BY id")) {
      const errand = errandOf(row);
      queueOf(queues, errand.effect.do).put(errand.id, { errand, due: instant(row.due) });
    }
    return queues;
  }
}

type Queues = Map<EffectKind, Queue<Waiting>>;

function queueOf(queues: Queues, kind: EffectKind): Queue<Waiting> {
  const known = queues.get(kind);
  if (known) return known;
  const queue = new Queue<Waiting>();
  queues.set(kind, queue);
  return queue;
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
