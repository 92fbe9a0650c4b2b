import { describe, expect, it } from "vitest";
import { after, minutes, seconds } from "#kernel/clock";
import type { RedemptionId, RewardId } from "#kernel/ids";
import { type Random, seeded } from "#kernel/random";
import type { Effect } from "#domain/twitch/effect";
import type { Scene } from "#domain/twitch/features/feature";
import { noon, only, person, roster, said, scene } from "#domain/twitch/features/rehearsal";
import { beer } from "./index.ts";
import { chanceOf } from "./litres.ts";
import { beerSettings, type BeerSettings } from "./settings.ts";

const usual = beerSettings.parse({});

/** Ann redeems the challenge and types this. */
function dares(
  typed: string,
  changes: Partial<Scene> = {},
  settings: BeerSettings = usual,
): readonly Effect[] {
  const redemption = {
    id: "r1" as RedemptionId,
    rewardId: "reward" as RewardId,
    viewer: person("ann"),
    input: typed,
    cost: 1_000,
    redeemedAt: noon,
  };
  const { state, effects } = beer.redeem("beer", redemption, { state: undefined, settings }, scene(changes));
  expect(state).toBeUndefined();
  return effects;
}

/** Chance draws these, and then the last of them for ever. */
const draws = (...numbers: readonly number[]): Random => {
  const left = [...numbers];
  return () => (left.length > 1 ? left.shift() : left[0]) ?? 0;
};

const [best, worst] = [() => 0, () => 0.999];

describe("a number that is none", () => {
  it.each(["", " ", "5л", "²", "１０", "🍺", "-5", "5.5"])(
    "gives the points back, with words that do not repeat it: %j",
    (typed) => {
      const effects = dares(typed, { random: best });
      expect(said(effects)).toEqual(["beer-not-a-number"]);
      expect(only("say", effects)[0]?.text.args).toEqual({ viewer: "@ann" });
      expect(effects.slice(1)).toEqual([{ do: "resolve", redemption: "r1", as: "CANCELED" }]);
    },
  );
});

describe("a challenge met", () => {
  it.each([
    ["1", "beer-won-modest", 1],
    ["5", "beer-won-modest", 1],
    ["6", "beer-won-solid", 2],
    ["10 пива", "beer-won-solid", 2],
    ["11", "beer-won-heroic", 3],
    ["15", "beer-won-heroic", 3],
    ["16", "beer-won-legendary", 5],
    ["999", "beer-won-legendary", 5],
  ])("with %s litres is told as %s and brings tickets: %i", (typed, words, tickets) => {
    const effects = dares(typed, { random: best });
    expect(said(effects)).toEqual([words]);
    expect(only("score", effects)).toEqual([{ do: "score", player: person("ann"), tickets }]);
    expect(only("time-out", effects)).toEqual([]);
    expect(only("resolve", effects)).toEqual([{ do: "resolve", redemption: "r1", as: "FULFILLED" }]);
  });

  it("brings as many tickets as the channel gives", () => {
    const settings = beerSettings.parse({ tickets: [0, 10, 20, 30] });
    expect(only("score", dares("20", { random: best }, settings))[0]?.tickets).toBe(30);
  });

  it("takes a roll up to the chance, and not one more", () => {
    // Ten litres: 38 of 100.
    expect(only("score", dares("10", { random: draws(0.379) }))).toHaveLength(1);
    expect(only("score", dares("10", { random: draws(0.38) }))).toHaveLength(0);
  });
});

describe("a challenge lost", () => {
  it("is slept off for a minute, and the points are spent", () => {
    const effects = dares("20", { random: worst });
    expect(only("time-out", effects)).toEqual([
      {
        do: "time-out",
        chatter: person("ann"),
        lasts: minutes(1),
        until: after(noon, minutes(1)),
        reason: { key: "beer-reason" },
      },
    ]);
    expect(only("resolve", effects)).toEqual([{ do: "resolve", redemption: "r1", as: "FULFILLED" }]);
    expect(only("score", effects)).toEqual([]);
  });

  it("is slept off as long as the channel wants", () => {
    const [rest] = only("time-out", dares("20", { random: worst }, { ...usual, timeoutSeconds: 5 }));
    expect(rest?.lasts).toBe(seconds(5));
  });

  it("is told in four ways", () => {
    const told = [0, 0.25, 0.5, 0.75].map((which) => said(dares("20", { random: draws(0.99, which) })));
    expect(new Set(told.flat()).size).toBe(4);
  });

  it.each([
    ["a moderator", roster({ moderators: new Set(["ann"]) })],
    ["somebody privileged", roster({ privileged: new Set(["ann"]) })],
    ["an admin", roster({ admins: new Set(["ann"]) })],
  ])("costs %s the points, but no sleep", (_, who) => {
    const effects = dares("20", { random: worst, roster: who });
    expect(only("time-out", effects)).toEqual([]);
    expect(only("say", effects)[0]?.text.args?.["fate"]).toEqual({ key: "beer-spared" });
    expect(only("resolve", effects)[0]?.as).toBe("FULFILLED");
  });
});

it("keeps for good how it went", () => {
  const [won] = only("record", dares("7 литров", { random: draws(0.2) }));
  expect(won?.result).toEqual({
    id: "beer:r1",
    game: "beer",
    host: person("ann"),
    startedAt: noon,
    endedAt: noon,
    ending: "won",
    details: { litres: 7, chance: 50, roll: 21, tickets: 2 },
  });
  const [lost] = only("record", dares("7", { random: worst }));
  expect(lost?.result).toMatchObject({ ending: "lost", details: { litres: 7, roll: 100, tickets: 0 } });
});

it.each([1, 2, 7, 10, 15, 20])("lets as many drink %i litres as the chance says", (litres) => {
  const random = seeded(litres);
  const games = 20_000;
  let won = 0;
  for (let game = 0; game < games; game++) won += only("score", dares(String(litres), { random })).length;
  const chance = chanceOf(litres, usual) / 100;
  // Four standard deviations.
  expect(Math.abs(won - games * chance)).toBeLessThan(4 * Math.sqrt(games * chance * (1 - chance)));
});
