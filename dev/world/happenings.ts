/** Happenings: what the page should see at once. */

export type HappeningName =
  | "chat"
  | "timeout"
  | "redemption"
  | "call"
  | "notification"
  | "chatters"
  | "moderators"
  | "rewards"
  | "stream"
  | "telegram"
  | "job"
  | "reset";

/** What happened, and in which channel (`null`: in none). */
export interface Happening {
  readonly broadcasterId: string | null;
  readonly [detail: string]: unknown;
}

export type Listener = (name: HappeningName, happening: Happening) => void;

export class Happenings {
  readonly #listeners = new Set<Listener>();

  tell(name: HappeningName, happening: Happening): void {
    for (const listener of this.#listeners) listener(name, happening);
  }

  /** Returns the way to stop listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
