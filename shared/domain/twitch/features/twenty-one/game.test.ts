import { describe, expect, it } from "vitest";
import { seeded } from "#kernel/random";
import { playOut } from "./auto.ts";
import { pack, total } from "./cards.ts";
import { type Game, hit, newSeed } from "./game.ts";
import { dealt } from "./rehearsal.ts";
import { twentyOneSettings } from "./settings.ts";

const settings = twentyOneSettings.parse({});
const begun = (seed: number, changes = {}) => dealt(seed, { ...settings, ...changes });
const cardsOf = ({ seats }: Game) => seats.flatMap(({ hand }) => hand);

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const random = seeded(36);
const seeds = times(3_600, () => newSeed(random));

describe("a deal", () => {
  it("is the same again from the same seed, to the last card", () => {
    const [once, again] = times(2, () =>
      seeds.slice(0, 50).map((seed) => playOut(begun(seed, { standOn: 21 }))),
    );
    expect(once).toEqual(again);
    expect(new Set(once?.map((game) => cardsOf(game).join())).size).toBe(50);
  });

  it("has a seed of 32 bits, which any chance makes", () => {
    expect(newSeed(() => 0)).toBe(0);
    expect(newSeed(() => 1 - Number.EPSILON)).toBe(2 ** 32 - 1);
  });

  it("gives each two cards, and takes each one more off the same pack", () => {
    for (const seed of seeds.slice(0, 200)) {
      const deal = begun(seed);
      expect(deal.seats.map(({ hand }) => hand.length)).toEqual([2, 2]);
      const more = hit(hit(hit(deal, 0), 1), 0);
      expect(more.seats.map(({ hand }) => hand.length)).toEqual([4, 3]);
      expect(new Set(cardsOf(more)).size).toBe(7);
      expect(pack).toEqual(expect.arrayContaining(cardsOf(more)));
    }
  });

  it("gives up when the pack is empty, and not before", () => {
    let game = begun(1);
    for (let n = 0; n < 40; n++) game = hit(game, 0);
    expect(cardsOf(game).toSorted()).toEqual(pack.toSorted());
  });

  it("draws by lot who plays first", () => {
    const inTurn = seeds.filter((seed) => begun(seed).seats[0].chatter.id === "ann").length;
    // Four standard deviations of a fair coin.
    expect(Math.abs(inTurn - seeds.length / 2)).toBeLessThan(4 * Math.sqrt(seeds.length / 4));
  });

  it("lays every card on every place equally often", () => {
    for (const place of [0, 1, 2, 3]) {
      const counts = new Map<string, number>();
      for (const seed of seeds) {
        const card = cardsOf(begun(seed))[place] ?? "none";
        counts.set(card, (counts.get(card) ?? 0) + 1);
      }
      const expected = seeds.length / pack.length;
      const unfairness = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
      expect(counts.size).toBe(36);
      // Pearson's measure of 36 kinds: about 35 when chance is fair, above this once in millions.
      expect(unfairness).toBeLessThan(35 + 5 * Math.sqrt(70));
    }
  });
});

describe("the drawing rule", () => {
  it.each([12, 17, 21])("takes cards up to %i, and not one more", (standOn) => {
    const hands = seeds.slice(0, 300).flatMap((seed) => playOut(begun(seed, { standOn })).seats);
    for (const { hand } of hands) {
      expect(total(hand)).toBeGreaterThanOrEqual(standOn);
      expect(total(hand.slice(0, -1))).toBeLessThan(standOn);
    }
  });

  it("never takes a card to the golden 21", () => {
    const golden = seeds.find((seed) => begun(seed).seats[0].hand.every((card) => card.startsWith("A")));
    expect(playOut(begun(golden ?? -1)).seats[0].hand).toHaveLength(2);
  });
});
