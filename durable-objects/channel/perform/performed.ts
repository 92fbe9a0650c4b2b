import { after, type Clock, type Instant, millis, type Millis, minutes, seconds } from "#kernel/clock";
import { TaproomError, UpstreamError } from "#kernel/errors";
import type { ChannelId } from "#kernel/ids";
import type { Random } from "#kernel/random";
import type { HelixAccess } from "#adapters/helix/call";
import type { Answer } from "#domain/twitch/effect";
import type { RedemptionStatus } from "#domain/twitch/redemption";
import type { Errand } from "../outbox.ts";

/** What came of trying an errand. */
export type Performed =
  | { readonly is: "done"; readonly answer?: Answer; readonly status?: RedemptionStatus }
  /** It surely did not happen and may be tried at `at`; `laneUntil`: Twitch wants no call of this kind before. */
  | { readonly is: "postponed"; readonly at: Instant; readonly why: string; readonly laneUntil?: Instant }
  /** Whether it happened is not known; unless somebody finds out by `until`, it did not. */
  | { readonly is: "unknown"; readonly until: Instant; readonly why: string }
  /** Its moment has passed: better not done than done late. */
  | { readonly is: "dropped"; readonly why: string; readonly answer?: Answer }
  /** It will not happen; a person should know. */
  | { readonly is: "given-up"; readonly why: string; readonly answer?: Answer };

/** What every performer needs. */
export interface Means {
  readonly access: HelixAccess;
  readonly channel: ChannelId;
  readonly clock: Clock;
  readonly random: Random;
}

/** Tries errands of one kind; answers for each, in their order; never throws. */
export type Performer = (errands: readonly Errand[]) => Promise<readonly Performed[]>;

export interface Patience {
  readonly now: Instant;
  readonly random: Random;
  /** No attempt is made after this. */
  readonly until: Instant;
  /** The longest wait between two attempts. */
  readonly atMost: Millis;
}

/** Tries again what has a chance, ever less often; gives up what has none. */
export function afterFailure(error: unknown, { attempts }: Errand, patience: Patience): Performed {
  const why = error instanceof Error ? error.message : String(error);
  if (!(error instanceof TaproomError && error.retry)) return { is: "given-up", why };

  const reset = error instanceof UpstreamError ? error.retryAt : undefined;
  const at = reset ?? after(patience.now, backOff(attempts, patience));
  if (at > patience.until) return { is: "given-up", why };
  return { is: "postponed", at, why, ...(reset && { laneUntil: reset }) };
}

/** Doubles from half a second; the jitter keeps many rooms from knocking at the same moment. */
function backOff(attempts: number, { random, atMost }: Patience): Millis {
  const wait = Math.min(atMost, seconds(0.5) * 2 ** Math.min(attempts, 20));
  return millis(wait * (0.75 + random() / 2));
}

export const soon = seconds(20);
export const rarely = minutes(10);
