import { known } from "./loose.ts";
import type { Media, Rendition } from "./media.ts";
import { type Offer, type Quality, qualities } from "./quality.ts";

/** A file as far as it matters for what it is worth. */
export type Sized = {
  readonly [Name in "width" | "height" | "bytes" | "codec"]?: Rendition[Name] | undefined;
};

/** The shorter side: what people mean by 1080 or 720, whichever way the video is held. */
export const shortSide = ({ width, height }: Sized): number | undefined =>
  width !== undefined && height !== undefined ? Math.min(width, height) : height;

/** H.264 plays everywhere, and who does not name the codec mostly means it. */
const playsEverywhere = ({ codec }: Sized) => codec === undefined || codec === "h264";

/** The worst first: for Array.prototype.toSorted. */
export const byWorth = (a: Sized, b: Sized): number =>
  Number(playsEverywhere(a)) - Number(playsEverywhere(b)) ||
  (shortSide(a) ?? 0) - (shortSide(b) ?? 0) ||
  (a.bytes ?? 0) - (b.bytes ?? 0);

/** Unknown sizes may fit: they are counted while the file is sent. */
export const mayFit = ({ bytes }: Sized, mostBytes: number): boolean =>
  bytes === undefined || bytes <= mostBytes;

const heights = ["480", "720", "1080"] as const satisfies readonly Quality[];

/**
 * Real heights under the names people ask for them by: each under the next name that is not below it, and of those that
 * would share a name the best. `1024×576` is what somebody gets who asks for 720.
 */
export function offersAt(files: readonly Sized[]): readonly Offer[] {
  const offers = new Map<Quality, Offer>();
  for (const file of files.toSorted(byWorth)) {
    const height = shortSide(file);
    const quality = height === undefined ? undefined : heights.find((name) => height <= Number(name));
    if (quality) offers.set(quality, known({ quality, height, bytes: file.bytes }));
  }
  return [...offers.values()];
}

/** What somebody may choose from, the best first, without what is known to be larger than can be sent. */
export function everyOfferOf(media: Media, mostBytes: number): readonly Offer[] {
  const { content, sound, offers: made = [] } = media;
  const files = content.is === "single" ? content.renditions : [];
  const audio = [...(sound ? [sound] : []), ...files.filter(({ kind }) => kind === "audio")];
  const own: readonly Offer[] = [
    ...offersAt(files.filter((file) => file.kind === "video" && mayFit(file, mostBytes))),
    ...audio.slice(0, 1).map(({ bytes }) => known({ quality: "audio" as const, bytes })),
  ];
  const others = made.filter(({ quality }) => !own.some((offer) => offer.quality === quality));
  return [...own, ...others]
    .filter((offer) => mayFit(offer, mostBytes))
    .toSorted((a, b) => qualities.indexOf(a.quality) - qualities.indexOf(b.quality));
}

/** The offers worth a button each: none where there is nothing to choose. */
export function offersOf(media: Media, mostBytes: number): readonly Offer[] {
  const offers = everyOfferOf(media, mostBytes);
  // A video of unknown height is no offer, and somebody who has the sound alone may want it all the same.
  const hasOther = media.content.is === "album" || media.content.renditions.some(isVideoOfUnknownHeight);
  return offers.length + Number(hasOther) > 1 ? offers : [];
}

const isVideoOfUnknownHeight = (file: Rendition) => file.kind === "video" && shortSide(file) === undefined;
