import { after, type Instant, seconds } from "#kernel/clock";

/** Somebody who sends. `heardAt`: when he last said so. */
interface Worker {
  readonly name: string;
  readonly heardAt: Instant;
}

/** A worker that has not been heard of for so long is gone. */
export const lost = seconds(90);

/** Who is at work. Nobody writes it down: whoever is missing here is called once more, which does no harm. */
export class Crew {
  readonly most: number;
  /** Whoever was heard of longest ago first. */
  #workers: readonly Worker[] = [];
  #resting: (() => void)[] = [];

  constructor(most: number) {
    this.most = most;
  }

  get size(): number {
    return this.#workers.length;
  }

  get isFull(): boolean {
    return this.#workers.length >= this.most;
  }

  /** When somebody will be lost unless he is heard of. */
  get nextLoss(): Instant | undefined {
    const [first] = this.#workers;
    return first && after(first.heardAt, lost);
  }

  /** False when there are enough already. One whose call was brought again is the same one. */
  joins(name: string, now: Instant): boolean {
    const others = this.#workers.filter((each) => each.name !== name);
    if (others.length >= this.most) return false;
    this.#workers = [...others, { name, heardAt: now }];
    return true;
  }

  heard(name: string, now: Instant): void {
    this.#workers = [...this.#workers.filter((each) => each.name !== name), { name, heardAt: now }];
  }

  leaves(name: string): void {
    this.#workers = this.#workers.filter((each) => each.name !== name);
  }

  /** Forgets those who are lost; whether there were any. */
  loses(now: Instant): boolean {
    const there = this.#workers.filter(({ heardAt }) => now < after(heardAt, lost));
    const isAnyLost = there.length < this.#workers.length;
    this.#workers = there;
    return isAnyLost;
  }

  /** Comes back after a while, or as soon as somebody awakens all who rest; whether somebody did. */
  rests(wait: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), wait);
      this.#resting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  awaken(): void {
    for (const awaken of this.#resting.splice(0)) awaken();
  }
}
