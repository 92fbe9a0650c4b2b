/** Draws a number in [0, 1). Rules are handed one; they never reach for their own. */
export type Random = () => number;

export const flip = (random: Random) => random() < 0.5;

/** From 1 to `sides`, each with the same chance. */
export const rollDie = (random: Random, sides: number) => Math.floor(random() * sides) + 1;

/** One of the items, each with the same chance. */
export const pick = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  // The cast: the index is within the list.
  items[Math.floor(random() * items.length)] as T;

/** The same items in an order in which every permutation is equally likely (Fisher–Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const deck = [...items];
  for (let last = deck.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [deck[last], deck[other]] = [deck[other] as T, deck[last] as T];
  }
  return deck;
}

/** The same seed gives the same draws (mulberry32): for tests, and to replay a disputed game. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
