/** Helix's rate limit: a bucket of points per client and user that fills up again within a minute. */

export interface Taken {
  readonly taken: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export class PointBuckets {
  readonly #size: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { readonly points: number; readonly at: number }>();

  constructor(size: number, now: () => number) {
    this.#size = size;
    this.#now = now;
  }

  take(owner: string, points: number): Taken {
    const now = this.#now();
    const before = this.#buckets.get(owner) ?? { points: this.#size, at: now };
    const filled = Math.min(this.#size, before.points + ((now - before.at) * this.#size) / 60_000);
    const taken = filled >= points;
    const left = taken ? filled - points : filled;
    this.#buckets.set(owner, { points: left, at: now });
    return { taken, headers: this.#headers(left, now) };
  }

  forget(): void {
    this.#buckets.clear();
  }

  #headers(left: number, now: number): Record<string, string> {
    const fullAt = now + ((this.#size - left) / this.#size) * 60_000;
    return {
      "Ratelimit-Limit": String(this.#size),
      "Ratelimit-Remaining": String(Math.floor(left)),
      "Ratelimit-Reset": String(Math.ceil(fullAt / 1_000)),
    };
  }
}
