import { after, type Instant, seconds } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";
import type { Translate } from "#kernel/i18n";
import { type Sent, sendChatMessage } from "#adapters/helix/chat";
import { chatLines } from "#domain/twitch/chat-line";
import type { Effect } from "#domain/twitch/effect";
import type { Errand, Outbox } from "../outbox.ts";
import { afterFailure, type Means, type Performed, type Performer, soon } from "./performed.ts";

export interface Saying extends Means {
  readonly outbox: Outbox;
  readonly translate: () => Translate;
  /** Since when every line of chat has reached us. */
  readonly hearsSince: () => Instant;
}

/** How long the echo of a line of ours may take to come back. */
const echoTakes = seconds(6);
/** The same when this room has died in between: Twitch tries again what could not be delivered meanwhile. */
const lateEchoTakes = seconds(20);

/**
 * Says lines, each at most once. Send Chat Message has no idempotency key, so a line is first marked as begun;
 * if nothing comes back (no answer, or the room dies), it is not repeated unless the echo, our own line in
 * `channel.chat.message`, has not come either.
 */
export const saying =
  (how: Saying): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => sayOne(how, errand)));

async function sayOne(how: Saying, errand: Errand): Promise<Performed> {
  const { access, channel, outbox, clock, random, translate } = how;
  const { staleAt } = say(errand);
  const now = clock();
  if (now > staleAt) return { is: "dropped", why: "too late to be said" };
  if (mayHaveBeenMissed(how, errand)) return { is: "dropped", why: "nobody could hear whether it was said" };
  const line = words(errand, translate());
  if (line === "") return { is: "dropped", why: "nothing to say" };
  outbox.begin(errand, now, after(now, lateEchoTakes));
  try {
    const sent = await sendChatMessage(access, channel, line);
    return sent.sent ? { is: "done" } : unsaid(sent, clock(), staleAt);
  } catch (error) {
    if (mayHaveArrived(error)) return { is: "unknown", until: after(clock(), echoTakes), why: error.message };
    return afterFailure(error, errand, { now: clock(), random, until: staleAt, atMost: soon });
  }
}

/** It was begun while chat did not reach us: that its echo has not come tells nothing. */
const mayHaveBeenMissed = ({ hearsSince }: Saying, { begunAt }: Errand) =>
  begunAt !== null && begunAt <= hearsSince();

/** Twitch counts an account's lines over all its channels; a room knows only its own. */
const breath = seconds(3);

function unsaid({ why, tooFast }: Sent & { sent: false }, now: Instant, staleAt: Instant): Performed {
  const at = after(now, breath);
  return tooFast && at <= staleAt
    ? { is: "postponed", at, why, laneUntil: at }
    : { is: tooFast ? "dropped" : "given-up", why };
}

/** The line as Twitch gets it. Empty only where the channel's language has changed since, and needs fewer lines. */
export const words = (errand: Errand, translate: Translate) =>
  chatLines(translate(say(errand).text))[errand.part] ?? "";

/** A line that can no longer be said is not worth waiting for, whether it was said or not. */
export const isStale = (errand: Errand, now: Instant) => now > staleAt(errand);
export const staleAt = (errand: Errand) => say(errand).staleAt;

const mayHaveArrived = (error: unknown): error is SilenceError | UpstreamError =>
  error instanceof SilenceError || (error instanceof UpstreamError && error.status >= 500);

// The cast: the lane of this kind holds nothing else.
const say = ({ effect }: Errand) => effect as Effect & { do: "say" };
