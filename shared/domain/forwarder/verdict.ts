import { after, type Instant, latest, type Millis, millis, minutes, seconds } from "#kernel/clock";
import type { MappingSettings } from "./mapping-settings.ts";
import type { TroubleKind } from "./trouble.ts";

/** How often a job has failed: in a way that counts, and so that nobody knows whether it was sent. */
export interface Failures {
  readonly attempts: number;
  readonly unsure: number;
}

/** A send that did not succeed. `retryAt`: when a 429 allows the next one. */
export interface Failure {
  readonly kind: TroubleKind;
  readonly retryAt?: Instant;
  /** It can be done twice: an edit, a pin. */
  readonly isRepeatable: boolean;
}

/** What becomes of the job. */
export type Verdict =
  /** `rest`: the whole bot waits, for Telegram is tired of it and not of one chat. */
  | ({ readonly is: "again"; readonly until: Instant; readonly rest?: Instant } & Failures)
  | ({ readonly is: "dead"; readonly kind: TroubleKind } & Failures);

const mostAttempts = 5;
const firstWait = seconds(3);
const longestWait = minutes(60);
/** Nothing of any job is wrong when the bot's token is: all wait until it is mended. */
const withoutToken = minutes(1);
/** Nobody is kept from one chat for so long. */
const longFlood = minutes(5);

/**
 * A 429 waits exactly as told and is no failure. What may pass is tried five times, 3 s × 2ⁿ apart. Whether it was sent or not: once more
 * if the mapping wants that, and then a person decides. Whatever else Telegram refuses, it would refuse again.
 */
export function verdictOn(
  { kind, retryAt, isRepeatable }: Failure,
  { attempts, unsure }: Failures,
  settings: Pick<MappingSettings, "unsure">,
  now: Instant,
): Verdict {
  if (kind === "flood") {
    const until = latest(now, retryAt ?? after(now, seconds(1)));
    return { is: "again", until, attempts, unsure, ...(until > after(now, longFlood) && { rest: until }) };
  }
  if (kind === "auth") {
    const until = after(now, withoutToken);
    return { is: "again", until, attempts, unsure, rest: until };
  }
  if (kind === "unsure" && !isRepeatable) {
    const times = unsure + 1;
    return mayTryBlindly(times, settings)
      ? { is: "again", until: after(now, firstWait), attempts, unsure: times }
      : { is: "dead", kind, attempts, unsure: times };
  }
  if (!mayPass.has(kind)) return { is: "dead", kind, attempts: attempts + 1, unsure };
  const failed = attempts + 1;
  return failed < mostAttempts
    ? { is: "again", until: after(now, backOff(attempts)), attempts: failed, unsure }
    : { is: "dead", kind, attempts: failed, unsure };
}

/** Whether a job that may have been sent so often may be sent again. */
export const mayTryBlindly = (unsure: number, settings: Pick<MappingSettings, "unsure">): boolean =>
  unsure === 0 || (unsure === 1 && settings.unsure === "again");

const mayPass = new Set<TroubleKind>(["network", "server", "unsure"]);

const backOff = (attempts: number): Millis => millis(Math.min(longestWait, firstWait * 2 ** attempts));
