import { after, hours } from "#kernel/clock";
import { UpstreamError } from "#kernel/errors";
import type { RedemptionId, RewardId } from "#kernel/ids";
import { getRedemptionStatus, updateRedemptionStatus } from "#adapters/helix/channel-points";
import type { Effect } from "#domain/twitch/effect";
import type { Errand } from "../outbox.ts";
import { afterFailure, type Means, type Performed, type Performer, rarely } from "./performed.ts";

export interface Resolving extends Means {
  readonly rewardOf: (redemption: RedemptionId) => RewardId | undefined;
}

/** Somebody's points hang on it: it is tried for a week. */
const giveUpAfter = hours(24 * 7);

/** Ends redemptions. Twitch changes only what is UNFULFILLED, so a repeated call does no harm: it answers 404. */
export const resolving =
  (how: Resolving): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => resolveOne(how, errand)));

async function resolveOne(how: Resolving, errand: Errand): Promise<Performed> {
  const { access, channel, clock, random, rewardOf } = how;
  const { redemption, as } = resolve(errand);
  const reward = rewardOf(redemption);
  if (!reward) return { is: "given-up", why: "the ledger does not know this redemption" };
  try {
    await updateRedemptionStatus(access, { channel, reward, redemption }, as);
    return { is: "done", status: as };
  } catch (error) {
    const until = after(errand.decidedAt, giveUpAfter);
    const patience = { now: clock(), random, until, atMost: rarely };
    if (!(error instanceof UpstreamError && error.status === 404))
      return afterFailure(error, errand, patience);
    return howItEnded(how, errand, reward).catch((cause: unknown) => afterFailure(cause, errand, patience));
  }
}

/** It has ended already: by an earlier call of ours, or by a moderator's hand. */
async function howItEnded(
  { access, channel, clock }: Resolving,
  errand: Errand,
  reward: RewardId,
): Promise<Performed> {
  const { redemption } = resolve(errand);
  const status = await getRedemptionStatus(access, { channel, reward, redemption });
  if (status === undefined) return { is: "given-up", why: "Twitch does not know this redemption" };
  if (status === "UNFULFILLED")
    return { is: "postponed", at: after(clock(), rarely), why: "Twitch contradicts itself" };
  return { is: "done", status };
}

// The cast: the lane of this kind holds nothing else.
const resolve = ({ effect }: Errand) => effect as Effect & { do: "resolve" };
