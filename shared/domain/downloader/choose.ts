import type { Media, Rendition } from "./media.ts";
import { byWorth, everyOfferOf, mayFit, shortSide } from "./offers.ts";
import type { Offer, Quality } from "./quality.ts";
import { Refusal } from "./refusal.ts";

/** What can be sent at all. */
export interface Bounds {
  readonly mostBytes: number;
  /** From the settings of the platform; in seconds. */
  readonly maxDurationSeconds: number;
}

export interface Chosen {
  /** What to fetch: one file, or all items of an album. */
  readonly files: readonly Rendition[];
  /** What to try instead of the one file if it turns out to be larger than can be sent, in this order. */
  readonly spares: readonly Rendition[];
}

/** Nothing that is wanted can be sent; the offers are what can. */
export class TooLarge extends Refusal {
  readonly offers: readonly Offer[];

  constructor(detail: string, offers: readonly Offer[]) {
    super("too-large", detail);
    this.offers = offers;
  }
}

/** Nothing above is worth its bytes on a phone. */
const tallest = 1_080;

/**
 * What to fetch for somebody who wants the post in this quality: the best that fits, the nearest height that is not above
 * the wish (and if there is none, the smallest), or the sound. Unknown sizes may fit.
 *
 * Throws TooLarge; Refusal `too-long`, `quality-gone` (no sound by itself), `no-video`.
 */
export function choose(media: Media, quality: Quality, { mostBytes, maxDurationSeconds }: Bounds): Chosen {
  const { duration = 0, content } = media;
  if (duration > maxDurationSeconds)
    throw new Refusal("too-long", `${Math.round(duration)} s, and ${maxDurationSeconds} s is the most`);
  if (quality === "audio") return soundOf(media, mostBytes);
  if (content.is === "album") {
    if (content.items.some((item) => !mayFit(item, mostBytes)))
      throw new TooLarge("an item of the album is too large", everyOfferOf(media, mostBytes));
    return { files: content.items, spares: [] };
  }
  const videos = content.renditions.filter(({ kind }) => kind === "video");
  // A post that is a sound is given as one.
  if (videos.length === 0) return soundOf(media, mostBytes);
  const fitting = videos.filter((file) => mayFit(file, mostBytes));
  if (fitting.length === 0)
    throw new TooLarge("every file of the video is too large", everyOfferOf(media, mostBytes));
  return nearest(fitting, quality === "best" ? tallest : Number(quality));
}

function nearest(fitting: readonly Rendition[], most: number): Chosen {
  const notAbove = fitting.filter((file) => (shortSide(file) ?? 0) <= most);
  if (notAbove.length > 0) return chosen(notAbove);
  const lowest = Math.min(...fitting.map((file) => shortSide(file) ?? 0));
  return chosen(fitting.filter((file) => shortSide(file) === lowest));
}

function soundOf(media: Media, mostBytes: number): Chosen {
  const { content, sound } = media;
  const files = content.is === "single" ? content.renditions.filter(({ kind }) => kind === "audio") : [];
  const sounds = sound ? [...files, sound] : files;
  if (sounds.length === 0) throw new Refusal("quality-gone", "there is no sound by itself");
  const fitting = sounds.filter((file) => mayFit(file, mostBytes));
  if (fitting.length === 0)
    throw new TooLarge("every file of the sound is too large", everyOfferOf(media, mostBytes));
  return chosen(fitting);
}

/** `files` is not empty. */
function chosen(files: readonly Rendition[]): Chosen {
  const best = files.toSorted(byWorth).toReversed();
  return { files: best.slice(0, 1), spares: best.slice(1) };
}
