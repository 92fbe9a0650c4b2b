import { hours, type Millis, minutes, seconds } from "#kernel/clock";

interface Kind {
  /** Whether the same attempt, made again soon, has a chance. */
  readonly retry: boolean;
  /** For how long the answer stands: who asks again within it hears the reason at once. */
  readonly standsFor: Millis;
  /** Whether it speaks of the platform rather than of the post: several of these on end open its breaker. */
  readonly blamesPlatform?: true;
}

const kind = (retry: boolean, standsFor: Millis, blames: Pick<Kind, "blamesPlatform"> = {}): Kind => ({
  retry,
  standsFor,
  ...blames,
});
const platformsFault = { blamesPlatform: true } as const;

/** Why a post does not become a video. */
export const reasons = {
  removed: kind(false, hours(1)),
  private: kind(false, minutes(10)),
  "login-required": kind(false, minutes(10)),
  "age-restricted": kind(false, hours(1)),
  "geo-blocked": kind(false, hours(1)),
  /** The platform says one thing for both: gone, or not shown here. */
  "removed-or-geo-blocked": kind(false, minutes(10)),
  paid: kind(false, hours(1)),
  drm: kind(false, hours(1)),
  live: kind(false, minutes(2)),
  "no-video": kind(false, hours(1)),
  "too-large": kind(false, hours(1)),
  "too-long": kind(false, hours(1)),
  /** A short link that leads to no post. */
  "dead-link": kind(false, minutes(10)),
  "quality-gone": kind(false, minutes(10)),
  /** The platform wants a proof of being human; it is never solved. */
  "bot-check": kind(true, minutes(1), platformsFault),
  "rate-limited": kind(true, minutes(1), platformsFault),
  /** The platform's answer has another shape than we know. */
  "upstream-changed": kind(false, minutes(5), platformsFault),
  /** The platform or its CDN gave no answer, or broke off. */
  unreachable: kind(true, seconds(20), platformsFault),
  /** Switched off by the owner, or by its breaker. */
  "platform-off": kind(false, seconds(20)),
  "telegram-failed": kind(true, seconds(20)),
  timeout: kind(false, seconds(20)),
  /** Whoever asks has used up what is free. */
  "over-limit": kind(false, seconds(0)),
  /** Whoever asks has too many that wait. */
  "too-many": kind(false, seconds(0)),
  internal: kind(false, seconds(20)),
} as const satisfies Readonly<Record<string, Kind>>;

export type Reason = keyof typeof reasons;

export const reasonKinds = Object.keys(reasons) as Reason[];
export const kindOf = (reason: Reason): Kind => reasons[reason];
