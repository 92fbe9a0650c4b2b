import { after, instant, type Instant, type Millis, seconds } from "#kernel/clock";

interface Known<T> {
  readonly value: T;
  readonly until: Instant;
  /** Until then somebody asks for the next one; whoever is not back by then has gone. */
  readonly askedUntil: Instant;
}

const patience = seconds(5);

/**
 * Remembers an answer for a while, as long as this isolate lives, so that many who look cost no more than one. While
 * somebody asks anew the others get the answer before: a Worker cannot wait for what another request has begun.
 */
export class Remembered<T> {
  readonly #lasts: Millis;
  #known: Known<T> | undefined;

  constructor(lasts: Millis) {
    this.#lasts = lasts;
  }

  /** Throws what `ask` throws, and remembers no such thing. */
  async get(ask: () => Promise<T>): Promise<T> {
    const known = this.#known;
    const now = instant(Date.now());
    if (known && (now < known.until || now < known.askedUntil)) return known.value;
    if (known) this.#known = { ...known, askedUntil: after(now, patience) };
    try {
      const value = await ask();
      this.#known = { value, until: after(instant(Date.now()), this.#lasts), askedUntil: now };
      return value;
    } catch (error) {
      this.#known = undefined;
      throw error;
    }
  }

  /** What was known is so no more. */
  forget(): void {
    this.#known = undefined;
  }
}
