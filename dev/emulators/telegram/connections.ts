/** `max_connections`: no more requests than this at a time. */
export class Connections {
  most = 40;
  #open = 0;
  readonly #waiting: (() => void)[] = [];

  async take(): Promise<void> {
    if (this.#open < this.most) this.#open++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  leave(): void {
    // Whoever waits takes the place over.
    const next = this.#waiting.shift();
    if (next) next();
    else this.#open--;
  }
}
