import { after, type Instant, seconds } from "#kernel/clock";
import { kindOf, type Reason } from "./reason.ts";

/** Whether a platform is asked at all. */
export type Breaker =
  | { readonly is: "closed"; readonly failures: number }
  /** It rests until then; after that one download at a time finds out whether it works again. */
  | { readonly is: "open"; readonly until: Instant; readonly because: Reason };

export interface BreakerSettings {
  readonly failures: number;
  readonly restSeconds: number;
}

export const closed: Breaker = { is: "closed", failures: 0 };

export const mayPass = (breaker: Breaker, now: Instant) => breaker.is === "closed" || breaker.until <= now;

/** Somebody goes to find out: until it is known how that went, nobody else does. */
export const trying = (breaker: Breaker, settings: BreakerSettings, now: Instant): Breaker =>
  breaker.is === "open" && breaker.until <= now
    ? { ...breaker, until: after(now, seconds(settings.restSeconds)) }
    : breaker;

/** How a download ended: `undefined` well, else why not. What speaks of the post alone shows that the platform works. */
export function ended(
  breaker: Breaker,
  reason: Reason | undefined,
  settings: BreakerSettings,
  now: Instant,
): Breaker {
  if (reason === undefined || !kindOf(reason).blamesPlatform) return closed;
  const failures = breaker.is === "closed" ? breaker.failures + 1 : settings.failures;
  return failures >= settings.failures
    ? { is: "open", until: after(now, seconds(settings.restSeconds)), because: reason }
    : { is: "closed", failures };
}
