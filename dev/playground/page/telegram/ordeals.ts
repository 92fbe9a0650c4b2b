/** Ordeals: what a post can be like at its platform. */
import type { MediaWish } from "./media-wish.ts";

export const ordeals = ["none", "breaks", "proof", "slow"] as const;
export type Ordeal = (typeof ordeals)[number];

/** Megabytes. The largest one is more than Telegram takes from a bot. */
export const sizes = [2, 20, 80] as const;
export type Size = (typeof sizes)[number];

const megabyte = 1_000_000;

const wishes: Readonly<Record<Ordeal, Partial<MediaWish>>> = {
  none: {},
  breaks: { failure: "breaks", at: 0.6 },
  proof: { failure: "bot-check" },
  slow: { ratePerSecond: megabyte / 4 },
};

/** Empty where an ordinary post will do. */
export const wishOf = (ordeal: Ordeal, size: Size): Partial<MediaWish> => ({
  ...wishes[ordeal],
  ...(size !== 2 && { bytes: size * megabyte }),
});
