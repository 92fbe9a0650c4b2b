import { after, type Instant, seconds } from "#kernel/clock";
import { pick } from "#kernel/random";
import { text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { durationText } from "#domain/twitch/duration/duration";
import { type Answer, type Landing, say, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { isExempt } from "#domain/twitch/roster";
import type { ClubSettings } from "./settings.ts";

/**
 * The club: a moderator swings it, and it comes down on a random head out of whoever wrote lately, his own included.
 * What is said is what came of it: the words wait for Twitch. One swing at a time.
 */
export type Club =
  | { readonly phase: "resting"; readonly readyAt?: Instant }
  /** Waiting to hear who is there. */
  | { readonly phase: "swung"; readonly by: Chatter }
  /** Waiting to hear whether it hit. */
  | { readonly phase: "falling"; readonly by: Chatter; readonly on: Chatter; readonly readyAt: Instant };

export type ClubMove =
  | { readonly move: "swing"; readonly by: Chatter }
  | { readonly move: "hear"; readonly answer: Answer };

type Table = TableOf<ClubSettings>;

export const resting: Club = { phase: "resting" };

export function play(club: Club, move: ClubMove, table: Table): Outcome<Club> {
  switch (move.move) {
    case "swing":
      return swing(club, move.by, table);
    case "hear":
      return hear(club, move.answer, table);
  }
}

function swing(club: Club, by: Chatter, { now }: Table): Outcome<Club> {
  if (club.phase !== "resting" || (club.readyAt !== undefined && now < club.readyAt)) return outcome(club);
  return outcome(
    { phase: "swung", by },
    { do: "look-around", among: "recent", staleAt: after(now, seconds(10)) },
  );
}

function hear(club: Club, answer: Answer, table: Table): Outcome<Club> {
  if (answer.to === "look-around" && club.phase === "swung") return fall(club.by, answer.chatters, table);
  if (answer.to === "time-out" && club.phase === "falling" && answer.chatter.id === club.on.id)
    return tell(club, answer.landed, table);
  return outcome(club);
}

/** Nobody to hit: as if it had never been swung. */
function fall(by: Chatter, chatters: readonly Chatter[], table: Table): Outcome<Club> {
  const { now, random, roster, settings } = table;
  const [first, ...others] = chatters.filter((chatter) => chatter.id === by.id || !isExempt(roster, chatter));
  if (!first) return outcome(resting);

  const on = pick(random, [first, ...others]);
  const readyAt = after(now, seconds(settings.cooldownSeconds));
  if (on.id === by.id)
    return outcome({ phase: "resting", readyAt }, say(now, "club-self", { by: mention(by) }));
  return outcome(
    { phase: "falling", by, on, readyAt },
    timeOut(now, on, seconds(settings.timeoutSeconds), text("club-reason")),
  );
}

const words: Readonly<Record<Landing, string>> = {
  landed: "club-hit",
  already: "club-already",
  refused: "club-bounced",
  failed: "club-missed",
};

const tell = (
  { by, on, readyAt }: Club & { phase: "falling" },
  landed: Landing,
  { now, settings }: Table,
): Outcome<Club> =>
  outcome(
    { phase: "resting", readyAt },
    say(now, words[landed], {
      by: mention(by),
      victim: mention(on),
      time: durationText(seconds(settings.timeoutSeconds)),
    }),
  );
