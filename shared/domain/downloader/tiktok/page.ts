import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { jsonScripts } from "../embedded-json.ts";
import { known } from "../loose.ts";
import { type Found, type Media, type Rendition, refused } from "../media.ts";
import { authorOf, titleOf } from "../plain-text.ts";
import type { Post } from "../post.ts";
import { type Detail, detail, type Item, type ItemVideo } from "./item.ts";
import { fileAt, type Headers, videoFiles } from "./renditions.ts";

const pageData = z.object({
  __DEFAULT_SCOPE__: z.object({
    "webapp.video-detail": detail.optional(),
    // Some visitors are shown another build of the page.
    "webapp.reflow.video.detail": detail.optional(),
  }),
});

/** Signs of a page that wants a proof of being human. Nobody here gives it one. */
export const isBotCheck = (body: string) => /SlardarWAF|_wafchallengeid|id="cs"|Please wait\.\.\./.test(body);

/**
 * What a video's page (`https://www.tiktok.com/@_/video/ID`) says of it. Every file bears `headers`: the CDN answers
 * nobody without them.
 */
export function readTiktokPage(answer: Answer, { id }: Post, headers: Headers): Found {
  const said = detailIn(answer.body);
  if (!said && isBotCheck(answer.body)) return refused("bot-check", "a challenge instead of the page");
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  if (!said) return refused("upstream-changed", "the page holds no data of a video");
  const item = said.itemInfo?.itemStruct;
  if (said.statusCode !== 0 || !item) return refusedByCode(said);
  if (item.id !== undefined && item.id !== id)
    return refused("upstream-changed", "the page is of another post");
  return mediaOf(item, headers);
}

function detailIn(body: string): Detail | undefined {
  const [data] = jsonScripts(body, '"__UNIVERSAL_DATA_FOR_REHYDRATION__"');
  const read = pageData.safeParse(data);
  if (!read.success) return undefined;
  const { __DEFAULT_SCOPE__: scope } = read.data;
  return scope["webapp.video-detail"] ?? scope["webapp.reflow.video.detail"];
}

function refusedByCode({ statusCode, statusMsg }: Detail): Found {
  const words = `status ${statusCode}`;
  switch (statusCode) {
    case 10_216: // A private post,
    case 10_222: // and a post of a private account.
      return refused("private", words);
    case 10_204:
      return refused("removed-or-geo-blocked", words);
    case 0:
      return statusMsg
        ? refused("removed", "a message instead of the post")
        : refused("upstream-changed", "neither post nor message");
    default:
      return refused("removed", words);
  }
}

function mediaOf(item: Item, headers: Headers): Found {
  const { video, imagePost } = item;
  if (imagePost && imagePost.images.length > 0) return albumOf(item, imagePost.images, headers);
  if (!video)
    return item.isContentClassified
      ? refused("age-restricted", "classified, and without a video")
      : refused("no-video", "a post without a video");
  const renditions = videoFiles(video, headers);
  // It happens to single videos: the page tells everything but where the file is.
  if (renditions.length === 0) return refused("no-video", "the page names no file that plays");
  return foundOf(item, headers, { is: "single", renditions });
}

type Images = NonNullable<Item["imagePost"]>["images"];

function albumOf(item: Item, images: Images, headers: Headers): Found {
  const items = images.flatMap(({ imageURL, imageWidth: width, imageHeight: height }) =>
    photoAt(imageURL.urlList, headers, known({ width, height })),
  );
  // Half an album is not the post.
  if (items.length < images.length) return refused("upstream-changed", "a photo of the album has no address");
  return foundOf(item, headers, { is: "album", items });
}

/** A photo in the one of its formats that Telegram shows best. */
export function photoAt(
  urls: readonly string[],
  headers: Headers,
  size: Pick<Partial<Rendition>, "width" | "height"> = {},
): readonly Rendition[] {
  const jpegFirst = urls.toSorted((a, b) => Number(isJpeg(b)) - Number(isJpeg(a)));
  const photo = fileAt("photo", jpegFirst, headers, size);
  return photo ? [photo] : [];
}

const isJpeg = (url: string) => /\.jpe?g(\?|$)/.test(url);

function foundOf(item: Item, headers: Headers, content: Media["content"]): Found {
  const { video, author, music, desc } = item;
  const media = known({
    title: titleOf(desc),
    author: authorOf(author.uniqueId || author.nickname),
    // Of an album it is the length of its sound.
    duration: content.is === "single" ? video?.duration : undefined,
    thumbnail: video && coverOf(video, headers),
    sound: fileAt("audio", [music.playUrl], headers),
    content,
  });
  return { is: "media", media };
}

const coverOf = ({ cover, originCover }: ItemVideo, headers: Headers) =>
  fileAt("photo", [cover, originCover], headers);
