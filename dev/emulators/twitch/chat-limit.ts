/** How much one account may say: as a moderator, a hundred lines in thirty seconds, all channels together. */
export class ChatLimit {
  readonly #lines: number;
  readonly #said = new Map<string, readonly number[]>();

  constructor(lines: number) {
    this.#lines = lines;
  }

  allows(senderId: string, now: number): boolean {
    const recent = (this.#said.get(senderId) ?? []).filter((at) => at > now - 30_000);
    const allowed = recent.length < this.#lines;
    this.#said.set(senderId, allowed ? [...recent, now] : recent);
    return allowed;
  }

  forget(): void {
    this.#said.clear();
  }
}
