import { after, type Instant, seconds } from "#kernel/clock";
import { rollDie } from "#kernel/random";
import { text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { durationText } from "#domain/twitch/duration/duration";
import { type Answer, type Landing, say, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { isExempt } from "#domain/twitch/roster";
import type { ButtSettings } from "./settings.ts";

/**
 * Roulette with one's own butt: 1 to 100 is rolled. Up to 89 it gets away with a percentage, from 90 on it sits out for
 * a minute, and at 100 for ten. What is said of a punishment is what came of it: the words wait for Twitch.
 */
export type Butt =
  | { readonly phase: "ready"; readonly readyAt?: Instant }
  /** Waiting to hear whether the punishment was carried out. */
  | {
      readonly phase: "kicked";
      readonly by: Chatter;
      readonly rolled: number;
      readonly readyAt: Instant;
    };

export type ButtMove =
  | { readonly move: "roll"; readonly by: Chatter }
  | { readonly move: "hear"; readonly answer: Answer };

export type Fate = "whole" | "kicked" | "kicked-hard";

type Table = TableOf<ButtSettings>;

export const ready: Butt = { phase: "ready" };

/** 89 : 10 : 1 of a hundred. */
export function fateOf(rolled: number): Fate {
  if (rolled < 90) return "whole";
  return rolled < 100 ? "kicked" : "kicked-hard";
}

export function play(butt: Butt, move: ButtMove, table: Table): Outcome<Butt> {
  switch (move.move) {
    case "roll":
      return spin(butt, move.by, table);
    case "hear":
      return hear(butt, move.answer, table);
  }
}

function spin(butt: Butt, by: Chatter, { now, random, roster, settings }: Table): Outcome<Butt> {
  if (butt.phase !== "ready" || (butt.readyAt !== undefined && now < butt.readyAt)) return outcome(butt);

  const rolled = rollDie(random, 100);
  const readyAt = after(now, seconds(settings.cooldownSeconds));
  const over: Butt = { phase: "ready", readyAt };
  if (fateOf(rolled) === "whole") return outcome(over, say(now, "butt-whole", words(by, rolled, settings)));
  if (isExempt(roster, by))
    return outcome(over, say(now, "butt-joke", { words: text(kick(rolled), words(by, rolled, settings)) }));
  return outcome(
    { phase: "kicked", by, rolled, readyAt },
    timeOut(now, by, sitsOut(rolled, settings), text("butt-reason")),
  );
}

function hear(butt: Butt, answer: Answer, { now, settings }: Table): Outcome<Butt> {
  if (answer.to !== "time-out" || butt.phase !== "kicked" || answer.chatter.id !== butt.by.id)
    return outcome(butt);
  const { by, rolled, readyAt } = butt;
  return outcome(
    { phase: "ready", readyAt },
    say(now, wordsFor(answer.landed, rolled), words(by, rolled, settings)),
  );
}

function wordsFor(landed: Landing, rolled: number): string {
  switch (landed) {
    case "landed":
      return kick(rolled);
    case "already":
      return "butt-already";
    case "refused":
      return "butt-refused";
    case "failed":
      return "butt-failed";
  }
}

const kick = (rolled: number) => (fateOf(rolled) === "kicked-hard" ? "butt-kicked-hard" : "butt-kicked");

const sitsOut = (rolled: number, { timeoutSeconds, extremeTimeoutSeconds }: ButtSettings) =>
  seconds(fateOf(rolled) === "kicked-hard" ? extremeTimeoutSeconds : timeoutSeconds);

const words = (by: Chatter, rolled: number, settings: ButtSettings) => ({
  viewer: mention(by),
  percent: rolled,
  time: durationText(sitsOut(rolled, settings)),
});
