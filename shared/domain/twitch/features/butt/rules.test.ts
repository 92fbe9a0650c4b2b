import { describe, expect, it } from "vitest";
import { after, type Instant, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import { type Random, seeded } from "#kernel/random";
import { durationTexts } from "#domain/twitch/duration/duration";
import type { Effect, Landing } from "#domain/twitch/effect";
import type { Outcome } from "#domain/twitch/features/feature";
import { noon, only, person, roster, said, scene } from "#domain/twitch/features/rehearsal";
import { butt as feature } from "./index.ts";
import { type Butt, type Fate, fateOf, play, ready } from "./rules.ts";
import { buttSettings, type ButtSettings } from "./settings.ts";

/** A draw that rolls exactly this. */
const rolls =
  (rolled: number): Random =>
  () =>
    (rolled - 0.5) / 100;

class Roulette {
  butt: Butt = ready;
  effects: readonly Effect[] = [];
  now: Instant = noon;
  readonly #settings: ButtSettings;

  constructor(settings: Partial<ButtSettings> = {}) {
    this.#settings = buttSettings.parse(settings);
  }

  at(second: number): this {
    this.now = after(noon, seconds(second));
    return this;
  }

  roll = (random: Random, by = "ann") =>
    this.#take(play(this.butt, { move: "roll", by: person(by) }, this.#table(random)));

  lands = (landed: Landing, who = "ann") => {
    const answer = { to: "time-out", chatter: person(who), landed } as const;
    return this.#take(play(this.butt, { move: "hear", answer }, this.#table(seeded(1))));
  };

  get sitsOut(): number[] {
    return only("time-out", this.effects).map(({ lasts }) => lasts / 1_000);
  }

  #table = (random: Random) => ({
    ...scene({ now: this.now, random, roster: roster({ moderators: new Set(["mod"]) }) }),
    settings: this.#settings,
  });

  #take({ state, effects }: Outcome<Butt>): this {
    this.butt = state;
    this.effects = effects;
    return this;
  }
}

const roulette = (settings?: Partial<ButtSettings>) => new Roulette(settings);
const speak = translator("ru", [feature.texts, durationTexts]);

describe("the chances", () => {
  it("are 89, 10 and 1 of a hundred", () => {
    const count: Record<Fate, number> = { whole: 0, kicked: 0, "kicked-hard": 0 };
    for (let rolled = 1; rolled <= 100; rolled++) count[fateOf(rolled)] += 1;
    expect(count).toEqual({ whole: 89, kicked: 10, "kicked-hard": 1 });
  });

  it.each([
    [1, "whole"],
    [89, "whole"],
    [90, "kicked"],
    [99, "kicked"],
    [100, "kicked-hard"],
  ] as const)("at %i: %s", (rolled, fate) => {
    expect(fateOf(rolled)).toBe(fate);
  });

  it("come out in chat as they should", () => {
    const random = seeded(2026);
    const spins = 100_000;
    const count = new Map<number, number>();
    for (let n = 0; n < spins; n++) {
      const sitsOut = roulette().roll(random).sitsOut[0] ?? 0;
      count.set(sitsOut, (count.get(sitsOut) ?? 0) + 1);
    }
    for (const [sitsOut, chance] of [
      [0, 0.89],
      [60, 0.1],
      [600, 0.01],
    ] as const) {
      // Four standard deviations.
      const tolerance = 4 * Math.sqrt(spins * chance * (1 - chance));
      expect(Math.abs((count.get(sitsOut) ?? 0) - spins * chance)).toBeLessThan(tolerance);
    }
    expect(count.size).toBe(3);
  });
});

it("tells the percentage and does nothing else up to 89", () => {
  const spun = roulette().roll(rolls(89));
  expect([said(spun.effects), spun.effects.length]).toEqual([["butt-whole"], 1]);
  expect(only("say", spun.effects).map(({ text }) => speak(text))).toEqual([
    "🍑 @ann, риск для жопы — 89%. В этот раз обошлось!",
  ]);
});

it.each([
  [90, 60, "butt-kicked"],
  [99, 60, "butt-kicked"],
  [100, 600, "butt-kicked-hard"],
] as const)(
  "at %i sends the author away for %i seconds, and says so when it is done",
  (rolled, sitsOut, words) => {
    const spun = roulette().roll(rolls(rolled));
    expect([spun.sitsOut, said(spun.effects)]).toEqual([[sitsOut], []]);
    expect(said(spun.lands("landed").effects)).toEqual([words]);
  },
);

it("takes other times from the channel's settings", () => {
  const settings = { timeoutSeconds: 5, extremeTimeoutSeconds: 7 };
  expect(roulette(settings).roll(rolls(95)).sitsOut).toEqual([5]);
  expect(roulette(settings).roll(rolls(100)).sitsOut).toEqual([7]);
});

it.each([
  ["already", "butt-already"],
  ["refused", "butt-refused"],
  ["failed", "butt-failed"],
] as const)("tells the viewer what became of it when the timeout is answered with %s", (landed, words) => {
  expect(said(roulette().roll(rolls(90)).lands(landed).effects)).toEqual([words]);
});

it.each([
  ["a moderator", "mod"],
  ["the broadcaster", "streamer"],
])("only jokes with %s", (_who, by) => {
  const spun = roulette().roll(rolls(100), by);
  expect(spun.sitsOut).toEqual([]);
  expect(only("say", spun.effects).map(({ text }) => speak(text))).toEqual([
    `🚀 @${by}, все 100%! Пинок с разбега: жопа улетела на орбиту, вернётся через 10 минут. Шучу-шучу, своих не пинаем!`,
  ]);
});

it.each([
  ["nothing", 5, undefined],
  ["a kick", 95, "landed"],
  ["a kick that failed", 95, "failed"],
] as const)("rests for 45 seconds after %s", (_what, rolled, landed) => {
  const spun = roulette().roll(rolls(rolled));
  if (landed) spun.at(2).lands(landed);
  expect(spun.at(44.9).roll(rolls(1), "bob").effects).toEqual([]);
  expect(said(spun.at(45).roll(rolls(1), "bob").effects)).toEqual(["butt-whole"]);
});

it("waits for one kick before it takes the next", () => {
  const spun = roulette({ cooldownSeconds: 0 }).roll(rolls(95));
  expect(spun.roll(rolls(95), "bob").effects).toEqual([]);
  expect(said(spun.lands("landed").effects)).toEqual(["butt-kicked"]);
});

it("ignores answers that come twice or were meant for somebody else", () => {
  const spun = roulette().roll(rolls(95));
  expect(spun.lands("landed", "bob").effects).toEqual([]);
  expect(spun.lands("landed").lands("landed").effects).toEqual([]);
});

it("is for everyone", () => {
  expect(feature.commands["butt"]).toEqual({ names: ["жопа", "butt"], for: "everyone" });
});
