import { between, type Instant, minutes } from "#kernel/clock";
import type { Chatter } from "#domain/twitch/chatter";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";

interface Seen {
  readonly chatter: Chatter;
  readonly moderator: boolean;
  readonly at: Instant;
}

const window = minutes(15);

/**
 * Who wrote lately. It lives in memory, because a line that triggers nothing must cost no row; a crash forgets
 * it, and the next lines fill it again.
 */
export class Presence {
  readonly #seen = new Map<string, Seen>();

  note({ chatter, roles }: ChatMessage, at: Instant): void {
    this.#seen.set(chatter.id, { chatter, moderator: roles.some((role) => role !== "vip"), at });
  }

  /** Everybody who wrote within the last 15 minutes. */
  recent(now: Instant): readonly Seen[] {
    for (const [id, { at }] of this.#seen) if (between(at, now) > window) this.#seen.delete(id);
    return [...this.#seen.values()];
  }
}
