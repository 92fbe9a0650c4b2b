/** Clock: the time, and a way to be woken; a test holds both in its hand. */
export interface Clock {
  readonly now: () => number;
  /** Calls once after `ms` milliseconds. Returns the way to call it off. */
  readonly setTimer: (ms: number, wake: () => void) => () => void;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  setTimer(ms, wake) {
    const timer = setTimeout(wake, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** What a timer of Node can wait at most, some 24 days; whoever wakes looks again at what is due. */
const longest = 2 ** 31 - 1;

/** One timer for the earliest of many things. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #callOff: () => void = () => undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** Rings at the moment, and not at the one before; `Infinity` is never. */
  set(moment: number): void {
    this.#callOff();
    if (moment === Infinity) {
      this.#callOff = () => undefined;
      return;
    }
    const wait = Math.min(Math.max(moment - this.#clock.now(), 0), longest);
    this.#callOff = this.#clock.setTimer(wait, this.#ring);
  }
}
