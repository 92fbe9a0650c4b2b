import { earliest, type Instant } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { Effect, EffectKind } from "#domain/twitch/effect";
import type { FeatureId } from "#domain/twitch/features/index";
import type { Resolution } from "#domain/twitch/redemption";
import type { Memory } from "./memory.ts";
import { Queue } from "./queue.ts";

/** An effect that was decided and is not done yet. */
export interface Errand {
  readonly id: number;
  /** `event:effect:n`: the same decision has the same key, however often it is performed. */
  readonly key: string;
  /** Who is to hear the answer; null: nobody. */
  readonly feature: FeatureId | null;
  readonly effect: Effect;
  /** Which line of a long text this one is. */
  readonly part: number;
  readonly decidedAt: Instant;
  readonly attempts: number;
  /** When it was last begun without anything heard of it since; null: it was not, or it surely failed. */
  readonly begunAt: Instant | null;
}

/** An errand, when it may be tried, and the page it stands on. */
export interface Waiting {
  readonly errand: Errand;
  readonly due: Instant;
  readonly page: number;
}

/** Keeps a page far below what a row of SQLite can hold. */
const mostOnPage = 100;

/**
 * Everything decided and not yet done. What was decided together stands on one page: written once for all of it, and
 * once more for every group of it that is done, together with what came of that. The pages are read once and known by
 * heart from then on, for while Twitch is away there are many, and what is due next is asked after every turn.
 */
export class Outbox {
  readonly #memory: Memory;
  readonly #pages = new Map<number, Map<number, Waiting>>();
  readonly #queues = new Map<EffectKind, Queue<Waiting>>();
  /** Pages that do not stand in SQLite as they are known. */
  readonly #changed = new Set<number>();
  /** No number is given twice, or a late answer would end the wrong errand. */
  #lastId = 0;
  #lastPage = 0;

  constructor(memory: Memory) {
    this.#memory = memory;
    memory.run("CREATE TABLE IF NOT EXISTS outbox_page (id INTEGER PRIMARY KEY, errands TEXT NOT NULL)");
    this.#read();
  }

  /** Like every change here but `begin`, it is not written before `keep`. */
  add(decided: Pick<Errand, "key" | "feature" | "effect" | "part">, now: Instant): void {
    const errand = { id: ++this.#lastId, ...decided, decidedAt: now, attempts: 0, begunAt: null };
    this.#put({ errand, due: now, page: this.#pageForNew() });
  }

  keep(): void {
    for (const id of this.#changed) {
      const waiting = [...this.#page(id).values()];
      if (waiting.length > 0)
        this.#memory.run("INSERT OR REPLACE INTO outbox_page VALUES (?, ?)", id, JSON.stringify(waiting));
      else this.#tearOut(id);
    }
    this.#changed.clear();
    // What is decided next is another matter.
    this.#lastPage += 1;
  }

  /** A transaction was taken back: what stands in SQLite is read again. */
  forget(): void {
    this.#pages.clear();
    this.#queues.clear();
    this.#changed.clear();
    this.#read();
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

  /** How Twitch is about to be told that a redemption ends; undefined: it is not. */
  resolutionOf(redemption: RedemptionId): Resolution | undefined {
    for (const { errand } of this.#queue("resolve"))
      if (errand.effect.do === "resolve" && errand.effect.redemption === redemption) return errand.effect.as;
    return undefined;
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
    return [...this.#queues.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** When the oldest of all was decided; undefined when nothing is left to do. */
  oldest(): Instant | undefined {
    return earliest([...this.#queues.values()].map((queue) => [...queue][0]?.errand.decidedAt));
  }

  /** Writes down that an errand is being tried: until `due` nobody tries it again, also not after a crash. */
  begin(errand: Errand, now: Instant, due: Instant): void {
    this.#change(errand, due, { begunAt: now });
    this.keep();
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
    const queue = this.#queue(effect.do);
    const waiting = queue.get(id);
    if (!waiting) return false;
    queue.delete(id);
    this.#page(waiting.page).delete(id);
    this.#changed.add(waiting.page);
    return true;
  }

  /** What is gone already stays gone. */
  #change({ id, effect }: Errand, due: Instant, change: Partial<Pick<Errand, "begunAt" | "attempts">>): void {
    const waiting = this.#queue(effect.do).get(id);
    if (waiting) this.#put({ ...waiting, errand: { ...waiting.errand, ...change }, due });
  }

  #put(waiting: Waiting): void {
    const { errand, page } = waiting;
    this.#queue(errand.effect.do).put(errand.id, waiting);
    this.#page(page).set(errand.id, waiting);
    this.#changed.add(page);
  }

  #pageForNew(): number {
    if (this.#page(this.#lastPage).size >= mostOnPage) this.#lastPage += 1;
    return this.#lastPage;
  }

  #tearOut(page: number): void {
    this.#pages.delete(page);
    this.#memory.run("DELETE FROM outbox_page WHERE id = ?", page);
  }

  #page(id: number): Map<number, Waiting> {
    return getOrMake(this.#pages, id, () => new Map<number, Waiting>());
  }

  #queue(kind: EffectKind): Queue<Waiting> {
    return getOrMake(this.#queues, kind, () => new Queue<Waiting>());
  }

  #read(): void {
    for (const { errands } of this.#memory.run<{ errands: string }>(
      "SELECT errands FROM outbox_page ORDER BY id",
    ))
      // The cast: this room wrote the page.
      for (const waiting of JSON.parse(errands) as Waiting[]) {
        this.#put(waiting);
        this.#lastId = Math.max(this.#lastId, waiting.errand.id);
        this.#lastPage = Math.max(this.#lastPage, waiting.page + 1);
      }
    this.#changed.clear();
  }
}

function getOrMake<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
