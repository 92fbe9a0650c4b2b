import { after, between, type Instant, millis, minutes, seconds } from "#kernel/clock";
import { ConsentNeeded, UpstreamError } from "#kernel/errors";
import type { Translate } from "#kernel/i18n";
import type { ChatterId } from "#kernel/ids";
import { type Ban, banUser, getBans } from "#adapters/helix/moderation";
import type { Effect, Landing } from "#domain/twitch/effect";
import type { Errand } from "../outbox.ts";
import { afterFailure, type Means, type Performed, type Performer, soon } from "./performed.ts";

export interface TimingOut extends Means {
  readonly translate: () => Translate;
}

/** A game that waits longer for its victims is no game any more. */
const giveUpAfter = minutes(3);
/** Fifty timeouts take some seconds; within these everyone sits out the full time. */
const grace = seconds(10);
/** Twitch counts in whole seconds. */
const rounding = seconds(2);

/**
 * Times people out, each once, and never shortens a longer timeout: what is in force is asked first, which also tells
 * after a crash what we have done already.
 */
export function timingOut(how: TimingOut): Performer {
  const given: Given = new Map();
  return async (errands) => {
    try {
      const bans = await bansInForce(
        how,
        given,
        errands.map((errand) => timeOut(errand).chatter.id),
      );
      return await Promise.all(
        errands.map((errand) => timeOutOne(how, given, errand, bans.get(timeOut(errand).chatter.id))),
      );
    } catch (error) {
      return errands.map((errand) => failure(how, error, errand));
    }
  };
}

/** Timeouts of our own, for a channel whose broadcaster has not signed in: Twitch tells nobody else who sits out. */
type Given = Map<ChatterId, Ban>;

async function bansInForce(
  { access, channel, clock }: TimingOut,
  given: Given,
  chatters: readonly ChatterId[],
): Promise<ReadonlyMap<ChatterId, Ban>> {
  try {
    const bans = await getBans(access, channel, chatters);
    given.clear();
    return new Map(bans.map((ban) => [ban.chatter, ban]));
  } catch (error) {
    if (!(error instanceof ConsentNeeded)) throw error;
    for (const [chatter, { until }] of given) if (until && until < clock()) given.delete(chatter);
    return given;
  }
}

async function timeOutOne(
  how: TimingOut,
  given: Given,
  errand: Errand,
  ban: Ban | undefined,
): Promise<Performed> {
  const { access, channel, clock, translate } = how;
  const { chatter, lasts, until, reason } = timeOut(errand);
  const words = translate()(reason);
  if (ban && sitsOutLongEnough(ban, until)) {
    const { userId } = await access.credentials.token("bot");
    return landed(errand, ban.by === userId && ban.reason === words ? "landed" : "already");
  }

  const now = clock();
  const late = between(errand.decidedAt, now) > grace;
  const left = late ? between(now, until) : lasts;
  if (left <= 0)
    return { is: "dropped", why: "the punishment would be over", answer: answer(errand, "failed") };
  try {
    await banUser(access, channel, { chatter: chatter.id, lasts: millis(left), reason: words });
    const { userId } = await access.credentials.token("bot");
    given.set(chatter.id, {
      chatter: chatter.id,
      until: after(now, millis(left)),
      by: userId,
      reason: words,
    });
    return landed(errand, "landed");
  } catch (error) {
    return failure(how, error, errand);
  }
}

const sitsOutLongEnough = (ban: Ban, until: Instant) =>
  ban.until === undefined || after(ban.until, rounding) >= until;

function failure({ clock, random }: TimingOut, error: unknown, errand: Errand): Performed {
  // 400 is about the person: a moderator, the broadcaster, or somebody banned for good.
  if (error instanceof UpstreamError && error.status === 400)
    return landed(errand, /already banned/i.test(error.said) ? "already" : "refused");
  const until = after(errand.decidedAt, giveUpAfter);
  const performed = afterFailure(error, errand, { now: clock(), random, until, atMost: soon });
  return performed.is === "given-up" ? { ...performed, answer: answer(errand, "failed") } : performed;
}

const landed = (errand: Errand, how: Landing): Performed => ({ is: "done", answer: answer(errand, how) });

const answer = (errand: Errand, how: Landing) =>
  ({ to: "time-out", chatter: timeOut(errand).chatter, landed: how }) as const;

type TimeOut = Effect & { do: "time-out" };
// The cast: the lane of this kind holds nothing else.
const timeOut = ({ effect }: Errand) => effect as TimeOut;
