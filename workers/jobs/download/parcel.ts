import type { Guard } from "#adapters/platforms/guarded-fetch";
import type { Media, Rendition } from "#domain/downloader/media";

/** One file on its way into the cache channel. */
export interface Parcel {
  readonly media: Media;
  readonly rendition: Rendition;
  readonly caption: string;
  readonly mostBytes: number;
  readonly guard: Guard;
  readonly signal: AbortSignal;
  readonly onFlown: (bytes: number) => void;
}
