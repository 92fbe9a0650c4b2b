/** A clock that goes only when a test moves it. */
import type { Clock } from "./clock.ts";

const longest = 2 ** 31 - 1;

export interface HandClock extends Clock {
  /** Rings what is due on the way, in order. */
  advance(ms: number): void;
}

export function handClock(start: number): HandClock {
  let time = start;
  const timers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => time,
    setTimer(ms, wake) {
      // Node would ring such a timer at once.
      if (ms > longest) throw new RangeError(`No timer waits ${ms} ms`);
      const timer = { at: time + ms, wake };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at);
        if (!next) break;
        timers.delete(next);
        time = Math.max(time, next.at);
        next.wake();
      }
      time = end;
    },
  };
}
