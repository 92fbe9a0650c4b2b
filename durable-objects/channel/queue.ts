import { earliest, type Instant } from "#kernel/clock";

interface Due {
  readonly due: Instant;
}

/** Things in the order they came. When the next is due is asked after every turn, so it is not searched for each time. */
export class Queue<Waiting extends Due> {
  readonly #waiting = new Map<number, Waiting>();
  /** undefined: has to be looked for. */
  #nextDue: Instant | undefined;

  get size(): number {
    return this.#waiting.size;
  }

  /** The oldest first. */
  [Symbol.iterator](): Iterator<Waiting> {
    return this.#waiting.values();
  }

  get(id: number): Waiting | undefined {
    return this.#waiting.get(id);
  }

  /** What is there already keeps its place. */
  put(id: number, waiting: Waiting): void {
    this.#leave(this.#waiting.get(id));
    this.#waiting.set(id, waiting);
    if (this.#nextDue !== undefined) this.#nextDue = earliest([this.#nextDue, waiting.due]);
  }

  /** False when it is not there. */
  delete(id: number): boolean {
    this.#leave(this.#waiting.get(id));
    return this.#waiting.delete(id);
  }

  /** undefined: nothing is waiting. */
  nextDue(): Instant | undefined {
    this.#nextDue ??= earliest(Array.from(this.#waiting.values(), ({ due }) => due));
    return this.#nextDue;
  }

  #leave(waiting: Waiting | undefined): void {
    if (waiting?.due === this.#nextDue) this.#nextDue = undefined;
  }
}
