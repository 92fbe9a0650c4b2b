import { seconds } from "#kernel/clock";
import { pick, rollDie } from "#kernel/random";
import { text } from "#kernel/text";
import { mention } from "#domain/twitch/chatter";
import { type Effect, fulfil, refund, say, timeOut } from "#domain/twitch/effect";
import { type Outcome, outcome, type Table as TableOf } from "#domain/twitch/features/feature";
import { durationText } from "#domain/twitch/duration/duration";
import type { Redemption } from "#domain/twitch/redemption";
import { isExempt } from "#domain/twitch/roster";
import { type Band, bandOf, bands, chanceOf, litresIn } from "./litres.ts";
import type { BeerSettings } from "./settings.ts";

/**
 * The beer challenge: somebody names a number of litres and tries to drink them. The more, the less likely, and the
 * more tickets. Whoever fails sleeps it off. It is over as soon as it begins, so there is nothing to remember.
 */
export const nothing = null;
export type Nothing = typeof nothing;

type Table = TableOf<BeerSettings>;

/** Somebody tries to drink. */
interface Attempt {
  readonly by: Redemption;
  readonly litres: number;
  /** In percent. */
  readonly chance: number;
  /** From 1 to 100; the challenge is met when it is no more than the chance. */
  readonly roll: number;
}

export function play(_: Nothing, by: Redemption, table: Table): Outcome<Nothing> {
  const litres = litresIn(by.input);
  if (litres === undefined) return outcome(nothing, ...notUnderstood(by, table));

  const chance = chanceOf(litres, table.settings);
  const attempt = { by, litres, chance, roll: rollDie(table.random, 100) };
  const drunk = attempt.roll <= chance ? won(attempt, table) : lost(attempt, table);
  return outcome(nothing, ...drunk, fulfil(by.id));
}

const notUnderstood = ({ id, viewer }: Redemption, { now }: Table): Effect[] => [
  say(now, "beer-not-a-number", { viewer: mention(viewer) }),
  refund(id),
];

const winningWords: Readonly<Record<Band, string>> = {
  modest: "beer-won-modest",
  solid: "beer-won-solid",
  heroic: "beer-won-heroic",
  legendary: "beer-won-legendary",
};

function won(attempt: Attempt, { now, settings }: Table): Effect[] {
  const { by, litres } = attempt;
  const band = bandOf(litres);
  const tickets = settings.tickets[bands.indexOf(band)] ?? 0;
  return [
    { do: "score", player: by.viewer, tickets },
    say(now, winningWords[band], { viewer: mention(by.viewer), litres, tickets }),
    result(attempt, now, "won", tickets),
  ];
}

const losingWords = ["beer-lost-couch", "beer-lost-foam", "beer-lost-table", "beer-lost-water"] as const;

function lost(attempt: Attempt, { now, random, roster, settings }: Table): Effect[] {
  const { by, litres } = attempt;
  const spared = isExempt(roster, by.viewer);
  const rest = seconds(settings.timeoutSeconds);
  const fate = spared ? text("beer-spared") : text("beer-sleeps-it-off", { rest: durationText(rest) });
  return [
    say(now, pick(random, losingWords), { viewer: mention(by.viewer), litres, fate }),
    ...(spared ? [] : [timeOut(now, by.viewer, rest, text("beer-reason"))]),
    result(attempt, now, "lost", 0),
  ];
}

function result(
  { by, litres, chance, roll }: Attempt,
  now: Table["now"],
  ending: "won" | "lost",
  tickets: number,
): Effect {
  return {
    do: "record",
    result: {
      id: `beer:${by.id}`,
      game: "beer",
      host: by.viewer,
      startedAt: now,
      endedAt: now,
      ending,
      details: { litres, chance, roll, tickets },
    },
  };
}
