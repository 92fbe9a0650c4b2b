import { isMediaHost } from "../hosts.ts";
import { parseAddress } from "../link/address.ts";
import { known } from "../loose.ts";
import { type Found, type Media, type Rendition, refused } from "../media.ts";
import { authorOf, titleOf } from "../plain-text.ts";

/** A picture of a post, moving or not, in all the files there are of it. */
export interface Picture {
  readonly isVideo: boolean;
  readonly videos: readonly Rendition[];
  readonly photos: readonly Rendition[];
}

export interface Told {
  readonly caption: string;
  readonly author: string;
  readonly duration: number | undefined;
  /** One, or those of a carousel. */
  readonly pictures: readonly Picture[];
}

/** A file of Instagram's: anybody who knows the address may fetch it, Telegram too. */
export function openFile(
  kind: Rendition["kind"],
  { url, width, height }: { url: string; width?: number | undefined; height?: number | undefined },
): readonly Rendition[] {
  const address = parseAddress(url);
  if (!address || !isMediaHost("instagram", address)) return [];
  // Instagram makes its progressive files with H.264 and AAC.
  const codec = kind === "video" ? "h264" : undefined;
  return [known({ kind, url, width, height, codec, isOpen: true })];
}

const pixels = ({ width = 0, height = 0 }: Rendition) => width * height;
const largestFirst = (files: readonly Rendition[]) =>
  [...new Map(files.map((file) => [file.url, file])).values()].toSorted((a, b) => pixels(b) - pixels(a));

/** What was told of a post, as media: a video alone, or an album, be it of one photo. */
export function mediaOf({ caption, author, duration, pictures }: Told): Found {
  const items = pictures.flatMap(bestOf);
  if (pictures.every(({ isVideo, videos, photos }) => !isVideo && videos.length + photos.length === 0))
    return refused("no-video", "neither video nor photo");
  // A cover is not the video it covers, and half an album is not the post.
  if (items.length < pictures.length) return refused("upstream-changed", "a picture has no file");
  const [first] = pictures;
  const content: Media["content"] =
    pictures.length === 1 && first?.isVideo
      ? { is: "single", renditions: largestFirst(first.videos) }
      : { is: "album", items };
  const media = known({
    title: titleOf(caption),
    author: authorOf(author),
    duration: content.is === "single" ? duration : undefined,
    thumbnail: largestFirst(first?.photos ?? [])[0],
    content,
  });
  return { is: "media", media };
}

const bestOf = ({ isVideo, videos, photos }: Picture): readonly Rendition[] =>
  largestFirst(isVideo ? videos : photos).slice(0, 1);
