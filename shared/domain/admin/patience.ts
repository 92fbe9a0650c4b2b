import { after, hours, instant, type Instant, type Millis, millis, minutes } from "#kernel/clock";

/** Failures to come in, of one address or of one account. */
export interface Failures {
  readonly count: number;
  readonly lastAt: Instant;
}

/** So many are forgiven at once. */
export const forgiven = 5;
const firstWait = minutes(1);
const longestWait = minutes(15);
/** What lies longer back is forgotten. */
export const remembered = hours(1);

export const none: Failures = { count: 0, lastAt: instant(0) };

/** What is left of them by now. */
export const recent = (failures: Failures, now: Instant): Failures =>
  after(failures.lastAt, remembered) <= now ? none : failures;

export const oneMore = (failures: Failures, now: Instant): Failures => ({
  count: recent(failures, now).count + 1,
  lastAt: now,
});

/** When the next try is welcome: at once, until there were five; then after one minute, two, four … fifteen. */
export const welcomeAt = (failures: Failures): Instant => after(failures.lastAt, waitAfter(failures.count));

const waitAfter = (count: number): Millis =>
  count < forgiven ? millis(0) : millis(Math.min(longestWait, firstWait * 2 ** (count - forgiven)));

/** How many tries there are before somebody has to wait. */
export const triesLeft = ({ count }: Failures): number => Math.max(0, forgiven - count);
