import type { FeatureId } from "#domain/twitch/features/index";
import type { Memory } from "./memory.ts";

/** How the features stand. Read from SQLite once, and written once however many turns of a group have changed them. */
export class FeatureStates {
  readonly #memory: Memory;
  readonly #known = new Map<FeatureId, unknown>();
  readonly #changed = new Set<FeatureId>();

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** undefined: never used, or closed. */
  get(id: FeatureId): unknown {
    if (!this.#known.has(id)) this.#known.set(id, this.#memory.recall(nameOf(id)));
    return this.#known.get(id);
  }

  /** Not written before `keep`. */
  set(id: FeatureId, state: unknown): void {
    this.#known.set(id, state);
    this.#changed.add(id);
  }

  keep(): void {
    for (const id of this.#changed) {
      const state = this.#known.get(id);
      if (state === undefined) this.#memory.forget(nameOf(id));
      else this.#memory.keep(nameOf(id), state);
    }
    this.#changed.clear();
  }

  /** A transaction was taken back: what stands in SQLite is read again. */
  forget(): void {
    this.#known.clear();
    this.#changed.clear();
  }
}

const nameOf = (id: FeatureId) => `feature:${id}`;
