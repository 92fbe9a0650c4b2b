/** What somebody wants of a post: the best that fits, a height (the shorter side, in pixels), or the sound alone. */
export const qualities = ["best", "1080", "720", "480", "audio"] as const;
export type Quality = (typeof qualities)[number];

/** A quality that the platform really offers, to be put on a button. */
export interface Offer {
  readonly quality: Quality;
  /** Pixels of the shorter side as the platform says it; none for sound. */
  readonly height?: number;
  /** As far as it is known before it is fetched. */
  readonly bytes?: number;
}
