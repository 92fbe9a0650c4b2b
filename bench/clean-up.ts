/** What the bench has started and must stop, whether it ends well, fails or is interrupted. */
export class CleanUp {
  readonly #tasks = new Set<() => Promise<unknown>>();
  #finishing: Promise<void> | undefined;

  /** Remembers a task; what comes back does it now, and it is done only once. */
  add(task: () => Promise<unknown>): () => Promise<void> {
    this.#tasks.add(task);
    return async () => {
      if (this.#tasks.delete(task)) await task();
    };
  }

  /** Does what is left, the latest first. An interruption and the end may both ask; both wait for the same. */
  async finish(): Promise<void> {
    this.#finishing ??= this.#doAll();
    await this.#finishing;
  }

  async #doAll(): Promise<void> {
    for (const task of [...this.#tasks].toReversed()) await task();
  }
}
