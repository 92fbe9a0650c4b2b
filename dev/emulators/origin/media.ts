/** Media: what a post of the world is, as its platform would describe it. */
import { createHash } from "node:crypto";
import { type Platform, platformNames, type Post } from "./post.ts";
import type { Failure } from "./failures.ts";
import { leastBytes, type MediaFile, fileOf, photoOf } from "./media-file.ts";

export interface Rendition {
  /** Pixels of the shorter side. The picture is 9:16, and the file itself always 720×1280. */
  readonly height: number;
  readonly bytes: number;
}

export type Kind = "video" | "album" | "photo";
export type Item = "video" | "photo";

export interface Media extends Post {
  readonly kind: Kind;
  /** Of the largest rendition. */
  readonly bytes: number;
  /** Largest first. */
  readonly renditions: readonly Rendition[];
  /** Of an album. */
  readonly items: readonly Item[];
  readonly title: string;
  readonly author: string;
  /** Seconds. */
  readonly duration: number;
  readonly failure: Failure | null;
  readonly ratePerSecond: number | null;
  /** Where the CDN, or the short link, leads instead. */
  readonly redirect: string | null;
  /** YouTube: also one file with sound and picture in one, itag 18. */
  readonly muxed: boolean;
  /** cobalt's tunnels of YouTube tell their length, as if nothing had to be merged. */
  readonly exactLength: boolean;
}

const megabyte = 1_000_000;

/** What every id is until the control says otherwise. */
export function usualMedia({ platform, id }: Post): Media {
  const bytes = 2 * megabyte;
  return {
    platform,
    id,
    kind: "video",
    bytes,
    renditions: usualRenditions(platform, bytes),
    items: usualItems(platform),
    title: `${platformNames[platform]} ${id} 🎬 #taproom`,
    author: `author_${createHash("sha256").update(`${platform}:${id}`).digest("hex").slice(0, 6)}`,
    duration: 2,
    failure: null,
    ratePerSecond: null,
    redirect: null,
    muxed: false,
    exactLength: false,
  };
}

const heights: Readonly<Record<Platform, readonly number[]>> = {
  tiktok: [720, 540],
  instagram: [720, 480],
  youtube: [1_080, 720, 480, 360],
};

/** Each has half the bytes of the one before. */
export function usualRenditions(platform: Platform, bytes: number): readonly Rendition[] {
  return heights[platform].map((height, nth) => ({
    height,
    bytes: Math.max(leastBytes("video"), Math.floor(bytes / 2 ** nth)),
  }));
}

export function usualItems(platform: Platform): readonly Item[] {
  return platform === "instagram" ? ["photo", "video", "photo"] : ["photo", "photo", "photo"];
}

/** Width and height of a rendition; its name says the shorter side. */
export const sidesAt = (shorter: number) => ({ width: shorter, height: Math.round((shorter * 16) / 9) });

/**
 * A file of a post by its name: `v720` (whole video of a height), `p720` (its picture alone), `item2` (of an album),
 * `sound`, `mp3`, `cover`. Undefined where the post has none.
 */
export function fileNamed(media: Media, name: string): MediaFile | undefined {
  const label = `${media.platform}:${media.id}:${name}`;
  const [, sort = "", number = ""] = /^(v|p|item|sound|mp3|cover)(\d*)$/.exec(name) ?? [];
  switch (sort) {
    case "v":
    case "p": {
      const rendition = media.renditions.find(({ height }) => height === Number(number));
      return rendition && fileOf(sort === "v" ? "video" : "picture", label, rendition.bytes);
    }
    case "item": {
      const item = media.items[Number(number)];
      return item && (item === "photo" ? photoOf(label) : fileOf("video", label, media.bytes));
    }
    case "sound":
    case "mp3":
      return fileOf(sort, label, soundBytes(sort));
    case "cover":
      return photoOf(label);
    default:
      return undefined;
  }
}

export const soundBytes = (type: "sound" | "mp3") => leastBytes(type);
