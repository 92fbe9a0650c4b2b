import { ConsentNeeded } from "#kernel/errors";
import { getChatters } from "#adapters/helix/chat";
import { getModerators } from "#adapters/helix/moderation";
import type { Chatter } from "#domain/twitch/chatter";
import type { Effect } from "#domain/twitch/effect";
import type { Errand } from "../outbox.ts";
import type { Presence } from "../presence.ts";
import type { RosterBook } from "../roster-book.ts";
import { afterFailure, type Means, type Performed, type Performer, soon } from "./performed.ts";

export interface LookingAround extends Means {
  readonly presence: Presence;
  readonly roster: RosterBook;
}

/** Finds out who is in chat, and who of them is a moderator. Where Twitch does not tell in time, whoever wrote lately is the crowd. */
export const lookingAround =
  (how: LookingAround): Performer =>
  (errands) =>
    Promise.all(errands.map((errand) => lookOnce(how, errand)));

async function lookOnce(how: LookingAround, errand: Errand): Promise<Performed> {
  const { clock, random, presence } = how;
  const { among, staleAt } = lookAround(errand);
  const recent = presence.recent(clock());
  if (among === "recent" && recent.length > 0) return { is: "done", answer: answer(recent) };
  if (clock() > staleAt) return whoeverWroteLately(recent, "Twitch did not tell who is in chat");
  try {
    return { is: "done", answer: answer(await everyone(how)) };
  } catch (error) {
    const performed = afterFailure(error, errand, { now: clock(), random, until: staleAt, atMost: soon });
    return performed.is === "given-up" ? whoeverWroteLately(recent, performed.why) : performed;
  }
}

async function everyone({ access, channel, roster }: LookingAround): Promise<readonly Chatter[]> {
  const [chatters, moderators] = await Promise.all([
    getChatters(access, channel),
    getModerators(access, channel).catch(unlessWithoutBroadcaster),
  ]);
  if (moderators) roster.learn(moderators);
  return chatters;
}

/** Without the broadcaster's consent badges have to tell who is a moderator. */
function unlessWithoutBroadcaster(error: unknown): undefined {
  if (!(error instanceof ConsentNeeded)) throw error;
}

const whoeverWroteLately = (recent: readonly Chatter[], why: string): Performed => ({
  is: "dropped",
  why,
  answer: answer(recent),
});

const answer = (chatters: readonly Chatter[]) => ({ to: "look-around", chatters }) as const;

// The cast: the lane of this kind holds nothing else.
const lookAround = ({ effect }: Errand) => effect as Effect & { do: "look-around" };
