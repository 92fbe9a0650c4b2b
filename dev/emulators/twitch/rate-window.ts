/** How often one may do a thing within a while: the last so many milliseconds are counted, whoever it is. */
export class RateWindow {
  readonly #most: number;
  readonly #length: number;
  readonly #times = new Map<string, readonly number[]>();

  constructor(most: number, length: number) {
    this.#most = most;
    this.#length = length;
  }

  allows(whose: string, now: number): boolean {
    const recent = (this.#times.get(whose) ?? []).filter((at) => at > now - this.#length);
    const allowed = recent.length < this.#most;
    this.#times.set(whose, allowed ? [...recent, now] : recent);
    return allowed;
  }

  forget(): void {
    this.#times.clear();
  }
}
