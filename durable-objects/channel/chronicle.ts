import type { Instant } from "#kernel/clock";
import { type Facts, isAtLeast, type Level, type Log, logBy } from "#kernel/log";

/** Something that was said, or that happened behind it. */
export interface Entry {
  readonly at: Instant;
  readonly level: Level;
  /** In dotted words: `chat.said`, `effect.given-up` … */
  readonly event: string;
  readonly facts: Facts;
}

export interface Question {
  /** This level and everything more serious. */
  readonly level: Level;
  /** Occurs somewhere in the entry, in any letter case. */
  readonly text: string;
  readonly limit: number;
}

const most = 2_000;

/**
 * The latest that was said and done in the channel, to be searched through. It lives in memory, for a line of chat may
 * cost no row; what is older, or from before the room woke, stands in the log of the platform.
 */
export class Chronicle {
  readonly #clock: () => Instant;
  readonly #entries: Entry[] = [];

  constructor(clock: () => Instant) {
    this.#clock = clock;
  }

  note(level: Level, event: string, facts: Facts): void {
    this.#entries.push({ at: this.#clock(), level, event, facts });
    // In bulk: moving everything by one place for each line would be work.
    if (this.#entries.length >= 2 * most) this.#entries.splice(0, most);
  }

  /** The newest first. */
  search({ level, text, limit }: Question): Entry[] {
    const wanted = text.toLowerCase();
    const found: Entry[] = [];
    for (const entry of this.#entries.slice(-most).toReversed()) {
      if (found.length === limit) break;
      if (isAtLeast(entry.level, level) && contains(entry, wanted)) found.push(shown(entry));
    }
    return found;
  }
}

const contains = ({ event, facts }: Entry, wanted: string) =>
  wanted === "" || `${event} ${JSON.stringify(facts)}`.toLowerCase().includes(wanted);

/** As the console would print it: secrets are dots, an error is its words. */
const shown = (entry: Entry) => JSON.parse(JSON.stringify(entry)) as Entry;

/** A log whose lines are remembered here too, whatever level it prints. */
export const remembering = (log: Log, chronicle: Chronicle): Log =>
  logBy((level, event, facts) => {
    chronicle.note(level, event, facts);
    log[level](event, facts);
  });
