import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { objectsIn, parsed } from "../embedded-json.ts";
import { isMediaHost } from "../hosts.ts";
import { parseAddress } from "../link/address.ts";
import { amount, known, listOf, wholeAmount, wording } from "../loose.ts";
import { type Found, type Rendition, refused } from "../media.ts";
import { authorOf, titleOf } from "../plain-text.ts";
import type { Post } from "../post.ts";
import type { Quality } from "../quality.ts";
import { refusedByPlayability } from "./playability.ts";

/** The parts that Taproom reads of InnerTube's answer, as YouTube writes them: facts/downloader.md, 1.3. */
const format = z.object({
  url: z.string().optional().catch(undefined),
  mimeType: wording,
  contentLength: wholeAmount,
  width: wholeAmount,
  height: wholeAmount,
  drmFamilies: z.unknown().optional(),
});

type Format = z.output<typeof format>;

const thumbnail = z.object({ url: wording, width: wholeAmount, height: wholeAmount });

const player = z.object({
  playabilityStatus: z.looseObject({ status: z.string() }),
  videoDetails: z
    .object({
      videoId: wording,
      title: wording,
      author: wording,
      lengthSeconds: amount,
      isLive: z.boolean().catch(false),
      isUpcoming: z.boolean().catch(false),
      thumbnail: z.object({ thumbnails: listOf(thumbnail) }).catch({ thumbnails: [] }),
    })
    .optional()
    .catch(undefined),
  streamingData: z
    .object({ formats: listOf(format), adaptiveFormats: listOf(format) })
    .catch({ formats: [], adaptiveFormats: [] }),
});

export interface Wish {
  readonly post: Post;
  readonly quality: Quality;
  readonly rangeBytes: number;
}

/**
 * What InnerTube says of a video. Of its files only those can be used that have sound and picture in one, or sound
 * alone: nothing here could put two together. So a video that is kept in two is `upstream-changed`, unless its sound is
 * all that is wanted.
 */
export function readPlayer(answer: Answer, wish: Wish): Found {
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const read = player.safeParse(parsed(answer.body));
  if (!read.success) return refused("upstream-changed", "the answer is none of a player");
  const { playabilityStatus, videoDetails, streamingData } = read.data;
  const byPlayability = refusedByPlayability(playabilityStatus.status, textsIn(playabilityStatus));
  if (byPlayability) return byPlayability;
  if (!videoDetails) return refused("upstream-changed", "the answer does not say which video it is of");
  // Whoever is not trusted is shown another video.
  if (videoDetails.videoId !== wish.post.id) return refused("rate-limited", "the answer is of another video");
  if (videoDetails.isLive || videoDetails.isUpcoming) return refused("live", "it is being streamed");
  const renditions = filesIn(streamingData, wish);
  if (renditions.length === 0) return refusedForFiles(streamingData);
  if (wish.quality !== "audio" && !renditions.some(({ kind }) => kind === "video"))
    return refused("upstream-changed", "sound and picture are kept apart");
  const { title, author, lengthSeconds: duration } = videoDetails;
  const cover = coverAmong(videoDetails.thumbnail.thumbnails);
  const content = { is: "single" as const, renditions };
  return {
    is: "media",
    media: known({ title: titleOf(title), author: authorOf(author), duration, thumbnail: cover, content }),
  };
}

type Streams = z.output<typeof player>["streamingData"];

function filesIn({ formats, adaptiveFormats }: Streams, { rangeBytes }: Wish): readonly Rendition[] {
  const whole = formats.filter(({ mimeType }) => /^video\/mp4;.*mp4a/.test(mimeType));
  const sounds = adaptiveFormats.filter(({ mimeType }) => mimeType.startsWith("audio/mp4"));
  return [
    ...whole.flatMap((one) => fileOf("video", one, rangeBytes)),
    ...sounds.flatMap((one) => fileOf("audio", one, rangeBytes)),
  ];
}

function fileOf(kind: Rendition["kind"], said: Format, rangeBytes: number): readonly Rendition[] {
  const { url, mimeType, contentLength: bytes, width, height, drmFamilies } = said;
  if (url === undefined || drmFamilies !== undefined || !isFileOfYoutube(url)) return [];
  const codec = kind === "video" ? codecOf(mimeType) : undefined;
  return [known({ kind, url, bytes, width, height, codec, rangeBytes })];
}

function isFileOfYoutube(url: string): boolean {
  const address = parseAddress(url);
  return address !== null && isMediaHost("youtube", address);
}

/** `video/mp4; codecs="avc1.42001E, mp4a.40.2"` */
function codecOf(mimeType: string): string | undefined {
  if (mimeType.includes("avc1")) return "h264";
  return /codecs="(\w+)/.exec(mimeType)?.[1];
}

function refusedForFiles({ formats, adaptiveFormats }: Streams): Found {
  const all = [...formats, ...adaptiveFormats];
  if (all.some(({ drmFamilies }) => drmFamilies !== undefined)) return refused("drm", "the files are locked");
  // It happens to whoever shall use YouTube's own way of streaming.
  if (all.some(({ url }) => url === undefined))
    return refused("upstream-changed", "the files have no addresses");
  return refused("upstream-changed", "there is no file that plays");
}

/** The largest one that is a JPEG; the others are WebP. */
function coverAmong(thumbnails: readonly z.output<typeof thumbnail>[]): Rendition | undefined {
  const [largest] = thumbnails
    .filter(({ url }) => isFileOfYoutube(url) && /\.jpg(\?|$)/.test(url))
    .toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0));
  if (!largest) return undefined;
  const { url, width, height } = largest;
  return known({ kind: "photo" as const, url, width, height });
}

/** Everything that is written for people, wherever in the answer that stands. */
const textsIn = (status: object): readonly string[] =>
  [...objectsIn(status)].flatMap((fields) =>
    ["reason", "simpleText", "text", "messages"]
      .flatMap((name) => fields[name])
      .concat("playerCaptchaViewModel" in fields ? "confirm that you are not a bot" : [])
      .filter((text) => typeof text === "string"),
  );
