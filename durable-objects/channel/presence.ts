import { between, instant, type Instant, minutes } from "#kernel/clock";
import type { Chatter } from "#domain/twitch/chatter";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { knownBots } from "#domain/twitch/known-bots";
import type { Memory } from "./memory.ts";

interface Seen {
  readonly chatter: Chatter;
  readonly at: Instant;
}

const window = minutes(15);
/** A picture of everybody is written no more often than this … */
const pictureEvery = minutes(1);
/** … and not for fewer lines, so that a line costs a twentieth of a row at most. */
const linesForPicture = 20;
/** Keeps the picture far below what a row of SQLite can hold. */
const mostInPicture = 5_000;

/**
 * Who wrote lately. It lives in memory, because a line that triggers nothing must cost no row, and is written down now
 * and then: a room that wakes up again knows nearly everybody, and the next lines fill in the rest.
 */
export class Presence {
  readonly #memory: Memory;
  readonly #seen: Map<string, Seen>;
  #lines = 0;
  #picturedAt = instant(0);

  constructor(memory: Memory) {
    this.#memory = memory;
    const seen = (memory.recall("presence") ?? []) as Seen[];
    this.#seen = new Map(seen.map((each) => [each.chatter.id, each]));
  }

  note({ chatter }: ChatMessage, at: Instant): void {
    if (knownBots.has(chatter.login)) return;
    // Whoever wrote last stands last.
    this.#seen.delete(chatter.id);
    this.#seen.set(chatter.id, { chatter, at });
    this.#lines += 1;
    if (this.#lines >= linesForPicture && between(this.#picturedAt, at) >= pictureEvery) this.#picture(at);
  }

  /** Everybody who wrote within the last 15 minutes, whoever wrote last at the end. */
  recent(now: Instant): readonly Chatter[] {
    this.#forgetBefore(now);
    return Array.from(this.#seen.values(), ({ chatter }) => chatter);
  }

  /** Whoever wrote lately under this login or display name, in any letter case. */
  named(name: string, now: Instant): Chatter | undefined {
    const wanted = name.toLowerCase();
    return this.recent(now).findLast(
      (chatter) => chatter.login === wanted || chatter.name.toLowerCase() === wanted,
    );
  }

  /** They stand in the order in which they wrote. */
  #forgetBefore(now: Instant): void {
    for (const [id, { at }] of this.#seen) {
      if (between(at, now) <= window) return;
      this.#seen.delete(id);
    }
  }

  #picture(now: Instant): void {
    this.#forgetBefore(now);
    this.#memory.keep("presence", [...this.#seen.values()].slice(-mostInPicture));
    this.#lines = 0;
    this.#picturedAt = now;
  }
}
