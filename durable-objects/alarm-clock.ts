import { after, type Clock, earliest, instant, type Instant, millis, seconds } from "#kernel/clock";

/** A part of the room that wants to be woken; undefined: it does not. */
export type Wish = () => Instant | undefined;

/** An alarm this close before the next wish is left as it is: ringing early does no harm, setting it costs a row. */
const closeEnough = seconds(2);

/**
 * Many wishes on the one alarm of a Durable Object. Wishes are derived from what is stored, so none can be forgotten:
 * after every turn the alarm is set to the earliest. It may ring early, late or twice; who is woken looks for himself.
 */
export class AlarmClock {
  readonly #storage: DurableObjectStorage;
  readonly #clock: Clock;
  readonly #wishes: readonly Wish[];
  #armed: Instant | undefined;
  #rang: Instant | undefined;
  /** How often it was set, at the price of a row, and how often it rang since the room woke. */
  set = 0;
  rings = 0;

  constructor(storage: DurableObjectStorage, clock: Clock, wishes: readonly Wish[]) {
    this.#storage = storage;
    this.#clock = clock;
    this.#wishes = wishes;
  }

  /** `scheduledFor`: the moment it was set to, by the platform's own word. */
  rang(scheduledFor: Instant): void {
    this.#rang = scheduledFor;
    this.#armed = undefined;
    this.rings += 1;
  }

  /** Not awaited: the storage keeps it together with the rows written in the same moment. */
  rearm(): void {
    const wish = earliest(this.#wishes.map((each) => each()));
    const next = wish && this.#settable(wish);
    if (next === undefined || this.#isCloseBefore(next)) return;
    this.#armed = next;
    this.set += 1;
    void this.#storage.setAlarm(next);
  }

  /**
   * The moment as the platform can tell it from others: it drops fractions, and an alarm that is set, while it rings,
   * to the moment for which it rings is taken for the one that is ringing, and is lost.
   */
  #settable(moment: Instant): Instant {
    const whole = instant(Math.ceil(moment));
    return whole === this.#rang ? after(whole, millis(1)) : whole;
  }

  #isCloseBefore(next: Instant): boolean {
    const armed = this.#armed;
    return armed !== undefined && armed > this.#clock() && armed <= next && next <= after(armed, closeEnough);
  }
}
