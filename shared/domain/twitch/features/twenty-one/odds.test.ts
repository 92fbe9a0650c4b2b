import { describe, expect, it } from "vitest";
import { seeded } from "#kernel/random";
import { playOut, wantsCard } from "./auto.ts";
import { type Card, type Hand, isBust, isGolden, pack } from "./cards.ts";
import { newSeed } from "./game.ts";
import { dealt } from "./rehearsal.ts";
import { twentyOneSettings } from "./settings.ts";
import { compare } from "./verdict.ts";

/** Suits do not matter, so a hand is known by how many it has of each of the nine faces; the pack has four of each. */
const faces = pack.filter((card) => card.endsWith("♠"));
const ofEach = 4;

interface Finished {
  readonly hand: Hand;
  /** How many of each face. */
  readonly counts: readonly number[];
  /** In how many orders its faces may have come. */
  readonly orders: number;
}

/** Every hand that the drawing rule may end with: all orders in which faces may come are walked. */
function finishedHands(standOn: number): Finished[] {
  const found = new Map<string, Finished>();
  const walk = (hand: readonly Card[], counts: readonly number[]) => {
    if (!wantsCard(hand, standOn)) {
      const key = counts.join();
      found.set(key, { hand, counts, orders: (found.get(key)?.orders ?? 0) + 1 });
      return;
    }
    for (const [face, card] of faces.entries()) {
      const count = counts[face] ?? 0;
      if (count < ofEach) walk([...hand, card], counts.with(face, count + 1));
    }
  };
  walk(
    [],
    faces.map(() => 0),
  );
  return [...found.values()];
}

/** In how many ways so many can be taken out of n, one after another. */
const ways = (n: number, count: number): number => (count === 0 ? 1 : n * ways(n - 1, count - 1));

/** How likely these two hands come out of one pack. Nobody looks at the other's cards, so it is all one whose come first. */
function chanceOf(one: Finished, other: Finished): number {
  const taken = one.counts.map((count, face) => count + (other.counts[face] ?? 0));
  if (Math.max(...taken) > ofEach) return 0;
  const ofTheseFaces = taken.reduce((product, count) => product * ways(ofEach, count), 1);
  const ofAnyCards = ways(pack.length, one.hand.length + other.hand.length);
  return (one.orders * other.orders * ofTheseFaces) / ofAnyCards;
}

interface Ends {
  win: number;
  draw: number;
  lose: number;
  /** For one hand. */
  bust: number;
  bothBust: number;
  /** For one hand. */
  golden: number;
}

const ends = ["win", "draw", "lose", "bust", "bothBust", "golden"] as const;

const none = (): Ends => ({ win: 0, draw: 0, lose: 0, bust: 0, bothBust: 0, golden: 0 });

function add(to: Ends, one: Hand, other: Hand, weight: number): void {
  const verdict = compare(one, other);
  to[verdict > 0 ? "win" : verdict < 0 ? "lose" : "draw"] += weight;
  if (isBust(one)) to.bust += weight;
  if (isBust(one) && isBust(other)) to.bothBust += weight;
  if (isGolden(one)) to.golden += weight;
}

function chances(standOn: number): Ends {
  const hands = finishedHands(standOn);
  const all = none();
  for (const one of hands) for (const other of hands) add(all, one.hand, other.hand, chanceOf(one, other));
  return all;
}

describe("auto mode", () => {
  const settings = twentyOneSettings.parse({});
  const exactly = chances(settings.standOn);

  it("has the chances that rules.ts tells", () => {
    const percent = Object.entries(exactly).map(([end, chance]) => [end, `${(chance * 100).toFixed(2)} %`]);
    expect(Object.fromEntries(percent)).toEqual({
      win: "44.23 %",
      draw: "11.55 %",
      lose: "44.23 %",
      bust: "31.13 %",
      bothBust: "9.69 %",
      golden: "0.95 %",
    });
  });

  it("leaves nothing out", () => {
    expect(exactly.win + exactly.draw + exactly.lose).toBeCloseTo(1, 10);
    // 6 pairs of aces among 630 pairs of cards.
    expect(exactly.golden).toBeCloseTo(6 / 630, 12);
  });

  it.each([12, 15, 17, 19, 21])("gives both players the same chance, standing on %i", (standOn) => {
    const { win, lose } = chances(standOn);
    expect(win).toBeCloseTo(lose, 12);
  });

  it("deals in such proportions", () => {
    const random = seeded(21);
    const games = 60_000;
    const counted = none();
    for (let n = 0; n < games; n++) {
      const { seats } = playOut(dealt(newSeed(random), settings));
      add(counted, seats[0].hand, seats[1].hand, 1);
    }
    // Four standard deviations of each.
    const tolerance = (chance: number) => 4 * Math.sqrt(games * chance * (1 - chance));
    const strange = ends.filter(
      (end) => Math.abs(counted[end] - games * exactly[end]) > tolerance(exactly[end]),
    );
    expect(strange).toEqual([]);
  });
});
