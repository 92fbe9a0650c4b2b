import { getChatters } from "#adapters/helix/chat";
import { getModerators } from "#adapters/helix/moderation";
import { type Crowd, crowdOf } from "#domain/twitch/crowd";
import type { Effect } from "#domain/twitch/effect";
import type { Errand } from "../outbox.ts";
import type { Presence } from "../presence.ts";
import { afterFailure, type Means, type Performed, type Performer, soon } from "./performed.ts";

export interface LookingAround extends Means {
  readonly presence: Presence;
  /** Ids the channel's settings protect. */
  readonly protectedIds: () => readonly string[];
}

/** Finds out who is in chat and whom to spare. Where Twitch does not tell in time, whoever wrote lately is the crowd. */
export const lookingAround =
  (how: LookingAround): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => lookOnce(how, errand)));

async function lookOnce(how: LookingAround, errand: Errand): Promise<Performed> {
  const { clock, random } = how;
  const { staleAt } = lookAround(errand);
  const now = clock();
  if (now > staleAt) return whoeverWroteLately(how, "Twitch did not tell who is in chat");
  try {
    return { is: "done", answer: { to: "look-around", crowd: await crowd(how) } };
  } catch (error) {
    const performed = afterFailure(error, errand, { now: clock(), random, until: staleAt, atMost: soon });
    return performed.is === "given-up" ? whoeverWroteLately(how, performed.why) : performed;
  }
}

async function crowd({ access, channel, protectedIds }: LookingAround): Promise<Crowd> {
  const bot = await access.credentials.token("bot");
  const [chatters, moderators] = await Promise.all([
    getChatters(access, channel),
    getModerators(access, channel),
  ]);
  return crowdOf(chatters, { id: channel, bot: bot.userId, moderators, protectedIds: protectedIds() });
}

function whoeverWroteLately(
  { clock, channel, presence, protectedIds }: LookingAround,
  why: string,
): Performed {
  const recent = presence.recent(clock());
  const moderators = recent.filter(({ moderator }) => moderator).map(({ chatter }) => chatter.id);
  const chatters = recent.map(({ chatter }) => chatter);
  const answer = crowdOf(chatters, { id: channel, bot: undefined, moderators, protectedIds: protectedIds() });
  return { is: "dropped", why, answer: { to: "look-around", crowd: answer } };
}

// The cast: the lane of this kind holds nothing else.
const lookAround = ({ effect }: Errand) => effect as Effect & { do: "look-around" };
