/** Queues: first in, first out; whoever is being tried again keeps the place in front. */
import { Refused } from "./refused.ts";

export interface Queue {
  readonly name: string;
  readonly parallelism: number;
  readonly paused: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export class Queues {
  readonly #queues = new Map<string, Queue>();

  /** A queue that nobody made comes into being with its first message. */
  open(name: string, now: number): Queue {
    return this.#queues.get(name) ?? this.set(name, {}, now);
  }

  set(name: string, change: Partial<Pick<Queue, "parallelism" | "paused">>, now: number): Queue {
    const before = this.#queues.get(name) ?? { name, parallelism: 1, paused: false, createdAt: now };
    const queue = { ...before, ...change, updatedAt: now };
    this.#queues.set(name, queue);
    return queue;
  }

  get(name: string): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw new Refused(`queue "${name}" not found`, 404);
    return queue;
  }

  list(): readonly Queue[] {
    return [...this.#queues.values()];
  }

  delete(name: string): void {
    this.#queues.delete(name);
  }

  forget(): void {
    this.#queues.clear();
  }
}
