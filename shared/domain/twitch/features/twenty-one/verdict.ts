import { type Hand, isBust, total } from "./cards.ts";

/**
 * Above zero: the first hand wins; below: the second; zero: a draw. Whoever has not gone over 21 beats whoever has.
 * Of two up to 21 the higher wins, of two beyond it the lower.
 */
export const compare = (first: Hand, second: Hand) => Math.sign(worth(first) - worth(second));

const worth = (hand: Hand) => (isBust(hand) ? -total(hand) : total(hand));
