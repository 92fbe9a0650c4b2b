import {
  after,
  type Clock,
  earliest,
  instant,
  type Instant,
  latest,
  type Millis,
  seconds,
} from "#kernel/clock";
import type { EffectKind } from "#domain/twitch/effect";
import type { Errand, Outbox } from "./outbox.ts";
import type { Performed, Performer } from "./perform/performed.ts";
import { isStale, staleAt } from "./perform/say.ts";

/** What goes through the outbox: a record and a score are booked at once. */
export type LaneKind = Exclude<EffectKind, "record" | "score">;

/** No more than `most` errands begin within any stretch of `within`. */
interface Pace {
  readonly atOnce: number;
  readonly most: number;
  readonly within: Millis;
}

/** Each kind has its lane: a 429 on timeouts does not keep the bot from speaking. */
const pace: Readonly<Record<LaneKind, Pace>> = {
  // A moderator may say 100 lines in 30 s: https://dev.twitch.tv/docs/chat/#rate-limits
  say: { atOnce: 1, most: 90, within: seconds(30) },
  // Timeouts have a limit per channel and minute that Twitch does not publish.
  "time-out": { atOnce: 10, most: 10, within: seconds(0.5) },
  // Twitch answers 500 when many come at once (twitchdev/issues #316): about 4 a second go through.
  resolve: { atOnce: 4, most: 4, within: seconds(1) },
  "look-around": { atOnce: 1, most: 10, within: seconds(1) },
  "look-up": { atOnce: 1, most: 10, within: seconds(1) },
  "tend-rewards": { atOnce: 1, most: 1, within: seconds(1) },
};

export const laneKinds = Object.keys(pace) as LaneKind[];

export interface LaneNeeds {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly performers: Readonly<Record<LaneKind, Performer>>;
  /** Keeps what came of a group, in one transaction. */
  readonly keep: (results: readonly (readonly [Errand, Performed])[]) => Promise<unknown>;
}

/** Empties the outbox, every kind in a lane of its own: what one waits for does not hold up the others. */
export class Lanes {
  readonly #lanes: readonly Lane[];

  constructor(needs: LaneNeeds) {
    this.#lanes = laneKinds.map((kind) => new Lane(kind, needs));
  }

  /** Begins or goes on with whatever may be tried now; comes back when nothing is left that may. */
  async drain(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.drain()));
  }

  /** When there will be something to try; undefined when the outbox is empty. */
  nextDue(): Instant | undefined {
    return earliest(this.#lanes.map((lane) => lane.nextDue()));
  }
}

class Lane {
  readonly #kind: LaneKind;
  readonly #needs: LaneNeeds;
  #draining: Promise<void> | undefined;
  #askedAgain = false;
  /** Not before this, Twitch has said (429). Forgotten with the room, which costs one more 429. */
  #open: Instant = instant(0);
  /** When the errands of late began, the oldest first. */
  #begun: Instant[] = [];

  constructor(kind: LaneKind, needs: LaneNeeds) {
    this.#kind = kind;
    this.#needs = needs;
  }

  drain(): Promise<void> {
    this.#askedAgain = true;
    this.#draining ??= this.#drain().finally(() => (this.#draining = undefined));
    return this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#askedAgain) {
      this.#askedAgain = false;
      for (let group = this.#next(); group.length > 0; group = this.#next()) {
        if (!(await this.#waitForTurn(group.length))) return;
        await this.#perform(group);
      }
    }
  }

  /** False when the wait is too long to stay awake for: the alarm comes back to it. */
  async #waitForTurn(count: number): Promise<boolean> {
    const wait = this.#mayBegin(count) - this.#needs.clock();
    if (wait > 2_000) return false;
    if (wait > 0) await scheduler.wait(wait);
    return true;
  }

  /** When `count` more errands fit into the pace. */
  #mayBegin(count: number): Instant {
    const { most, within } = pace[this.#kind];
    const inTheWay = this.#begun.at(-1 - (most - count));
    return inTheWay === undefined ? this.#open : latest(this.#open, after(inTheWay, within));
  }

  async #perform(group: readonly Errand[]): Promise<void> {
    const { clock, performers, keep } = this.#needs;
    const begunAt = clock();
    this.#begun = [...this.#begun, ...group.map(() => begunAt)].slice(-pace[this.#kind].most);
    const performed = await performers[this.#kind](group);
    for (const result of performed)
      if (result.is === "postponed" && result.laneUntil) this.#open = result.laneUntil;
    await keep(group.map((errand, place) => [errand, performed[place] as Performed] as const));
  }

  #next(): Errand[] {
    const { outbox, clock } = this.#needs;
    const now = clock();
    if (this.#kind !== "say") return outbox.due(this.#kind, now, pace[this.#kind].atOnce);
    // Lines keep their order: the first one holds up the rest until it is said, or too late.
    const first = outbox.first("say");
    return first && (first.due <= now || isStale(first.errand, now)) ? [first.errand] : [];
  }

  nextDue(): Instant | undefined {
    const { outbox } = this.#needs;
    const due = this.#kind === "say" ? firstLineDue(outbox) : outbox.nextDue(this.#kind);
    return due === undefined ? undefined : latest(due, this.#mayBegin(1));
  }
}

function firstLineDue(outbox: Outbox): Instant | undefined {
  const first = outbox.first("say");
  return first && earliest([first.due, staleAt(first.errand)]);
}
