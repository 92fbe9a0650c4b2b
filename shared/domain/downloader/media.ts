import type { Offer } from "./quality.ts";
import type { Reason } from "./reason.ts";

/** One file that can be fetched: where, with which headers, and what is known of it beforehand. */
export interface Rendition {
  readonly kind: "video" | "audio" | "photo";
  readonly url: string;
  /** What the host wants besides: an anonymous cookie, or the key of our own back end. Never logged. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the whole file, where the platform says it. */
  readonly bytes?: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  /** `h264` plays everywhere. */
  readonly codec?: string;
  /** Telegram may fetch it by itself: the host wants neither cookie nor referrer. */
  readonly isOpen?: boolean;
  /** The host serves no more than so many bytes at a time at full speed: fetch it in ranges. */
  readonly rangeBytes?: number;
}

/** What a post turned out to be. */
export interface Media {
  readonly title: string;
  readonly author: string;
  /** Seconds. */
  readonly duration?: number;
  readonly thumbnail?: Rendition;
  /** The sound alone, where the platform keeps it as a file of its own: what `audio` asks for, also of an album. */
  readonly sound?: Rendition;
  /** One video or sound in all the renditions there are; or several items (carousel, slideshow), each in its best rendition. */
  readonly content:
    | { readonly is: "single"; readonly renditions: readonly Rendition[] }
    | { readonly is: "album"; readonly items: readonly Rendition[] };
  /** What can be asked for besides, where a file is made only for whoever asks: a back end's. */
  readonly offers?: readonly Offer[];
}

/** What asking a platform comes to. `detail` is for the log: what was seen, in a few words, without URLs. */
export type Found =
  | { readonly is: "media"; readonly media: Media }
  | { readonly is: "refused"; readonly reason: Reason; readonly detail: string };

export const refused = (reason: Reason, detail: string): Found => ({ is: "refused", reason, detail });
