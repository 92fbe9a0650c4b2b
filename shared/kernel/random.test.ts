import { describe, expect, it } from "vitest";
import { flip, pick, rollDie, seeded, shuffled } from "./random.ts";

/**
 * How far counts are from all being equal, in Pearson's measure. For k kinds it is about k - 1 when chance is fair,
 * and above k - 1 + 5 √(2(k - 1)) once in millions of runs; the seed makes this run always the same.
 */
function unfairness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const suspicious = (kinds: number) => kinds - 1 + 5 * Math.sqrt(2 * (kinds - 1));

function counted<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const times = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);

describe("shuffling", () => {
  it("loses nobody, doubles nobody, and leaves the given list alone", () => {
    const items = Object.freeze(times(100, () => ({})));
    const order = shuffled(seeded(1), items);
    expect(order).toHaveLength(100);
    expect(new Set(order)).toEqual(new Set(items));
    expect(shuffled(seeded(1), [])).toEqual([]);
  });

  it("gives every order the same chance", () => {
    const random = seeded(2);
    const orders = counted(times(24_000, () => shuffled(random, ["a", "b", "c", "d"]).join("")));
    expect(orders.size).toBe(24);
    expect(unfairness([...orders.values()])).toBeLessThan(suspicious(24));
  });

  it("gives everybody in a chat the same chance to be among the first fifty", () => {
    const random = seeded(3);
    const chat = times(500, () => ({}));
    const hit = counted(times(2_000, () => shuffled(random, chat).slice(0, 50)).flat());
    expect(hit.size).toBe(500);
    expect(unfairness([...hit.values()])).toBeLessThan(suspicious(500));
  });

  it.each([
    ["nothing but the least", () => 0],
    ["nothing but the most", () => 1 - Number.EPSILON],
  ])("works when chance draws %s", (_, random) => {
    expect(shuffled(random, [1, 2, 3]).toSorted()).toEqual([1, 2, 3]);
  });
});

describe("a coin", () => {
  it("falls on either side equally often", () => {
    const random = seeded(4);
    const heads = times(10_000, () => flip(random)).filter(Boolean).length;
    expect(unfairness([heads, 10_000 - heads])).toBeLessThan(suspicious(2));
  });
});

describe("a die", () => {
  it("shows every side equally often, from the first to the last", () => {
    const random = seeded(6);
    const shown = counted(times(20_000, () => rollDie(random, 100)));
    expect([Math.min(...shown.keys()), Math.max(...shown.keys()), shown.size]).toEqual([1, 100, 100]);
    expect(unfairness([...shown.values()])).toBeLessThan(suspicious(100));
  });
});

describe("picking", () => {
  it("gives everybody the same chance", () => {
    const random = seeded(7);
    const picked = counted(times(30_000, () => pick(random, ["a", "b", "c"])));
    expect(picked.size).toBe(3);
    expect(unfairness([...picked.values()])).toBeLessThan(suspicious(3));
  });
});

describe("a seed", () => {
  it("draws the same again, and another seed draws something else", () => {
    const [once, again, another] = [7, 7, 8].map((seed) => times(10, seeded(seed)));
    expect(once).toEqual(again);
    expect(once).not.toEqual(another);
  });

  it("draws between 0 and 1, evenly", () => {
    const draws = times(10_000, seeded(5));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    const tenths = counted(draws.map((draw) => Math.floor(draw * 10)));
    expect(unfairness([...tenths.values()])).toBeLessThan(suspicious(10));
  });
});
