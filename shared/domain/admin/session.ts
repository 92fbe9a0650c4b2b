import { after, earliest, hours, type Instant, minutes } from "#kernel/clock";

/** How long a session lives without a request, and how long at most. */
export const idleFor = minutes(30);
export const livesFor = hours(12);

/** The moments of a session that its end depends on. */
export interface Lifetime {
  readonly begunAt: Instant;
  readonly usedAt: Instant;
}

/** When it ends if nobody uses it. */
export const endOf = ({ begunAt, usedAt }: Lifetime): Instant =>
  earliest([after(usedAt, idleFor), after(begunAt, livesFor)]) ?? begunAt;

export const isOver = (lifetime: Lifetime, now: Instant): boolean => endOf(lifetime) <= now;
