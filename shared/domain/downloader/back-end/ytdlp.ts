import * as z from "zod";
import { type Answer, refusedByStatus } from "../answer.ts";
import { parsed } from "../embedded-json.ts";
import { amount, known, listOf, wholeAmount, wording } from "../loose.ts";
import { type Found, type Rendition, refused } from "../media.ts";
import { mayFit, offersAt } from "../offers.ts";
import { authorOf, titleOf } from "../plain-text.ts";
import { pageOf, type Post } from "../post.ts";
import type { Quality } from "../quality.ts";
import { type Reason, reasonKinds } from "../reason.ts";
import { mayBeFetched } from "./origin.ts";

/**
 * The contract of a back end that runs yt-dlp and ffmpeg.
 *
 * `POST /resolve {url, maxBytes, maxHeight, audio?}` with `Authorization: Bearer <key>` → 200 `{title, author, duration,
 * width, height, bytes, mime, token, thumbnail?, offers?: [{height, bytes}]}`, or 4xx/5xx `{error}`, which is one of our
 * reasons (`age-restricted`; `age_restricted` is understood too). Heights are of the shorter side, in pixels: a Short of
 * 1080×1920 has 1080. `offers` are the heights there are, whatever was asked for.
 * `GET /file/<token>` with the same key → the file, with its Content-Length and type; it may be fetched for some minutes.
 */
export interface YtdlpWish {
  readonly post: Post;
  readonly quality: Quality;
  readonly mostBytes: number;
  /** The configured address of the back end. */
  readonly backEnd: string;
  /** What the back end wants with every request. */
  readonly headers: Readonly<Record<string, string>>;
}

export const ytdlpQuestion = ({ post, quality, mostBytes }: Omit<YtdlpWish, "backEnd" | "headers">): string =>
  JSON.stringify({
    url: pageOf(post),
    maxBytes: mostBytes,
    maxHeight: quality === "best" || quality === "audio" ? 1_080 : Number(quality),
    ...(quality === "audio" && { audio: true }),
  });

const resolved = z.object({
  title: wording,
  author: wording,
  duration: amount,
  width: wholeAmount,
  height: wholeAmount,
  bytes: wholeAmount,
  mime: z.string().regex(/^(video|audio)\//),
  token: z.string().regex(/^[\w.~-]{1,512}$/),
  thumbnail: z.string().optional().catch(undefined),
  offers: listOf(z.object({ height: z.int().positive(), bytes: wholeAmount })),
});

const failed = z.object({ error: z.string() });

/** What the back end says of a post: one file, made as it was asked for. */
export function readYtdlp(answer: Answer, wish: YtdlpWish): Found {
  const said = parsed(answer.body);
  const failure = failed.safeParse(said);
  if (failure.success) return refusedAs(failure.data.error);
  const byStatus = refusedByStatus(answer);
  if (byStatus) return byStatus;
  const read = resolved.safeParse(said);
  if (!read.success) return refused("upstream-changed", "the back end names no file");
  const { title, author, duration, thumbnail, offers } = read.data;
  const media = known({
    title: titleOf(title),
    author: authorOf(author),
    duration,
    thumbnail: coverAt(thumbnail, wish),
    content: { is: "single" as const, renditions: [fileOf(read.data, wish)] },
    // A back end can always leave the picture out.
    offers: [
      ...offersAt(offers.filter((offer) => mayFit(offer, wish.mostBytes))),
      { quality: "audio" as const },
    ],
  });
  return { is: "media", media };
}

function fileOf(said: z.output<typeof resolved>, { backEnd, headers }: YtdlpWish): Rendition {
  const { token, mime, bytes, width, height } = said;
  const url = `${backEnd.replace(/\/+$/, "")}/file/${token}`;
  return mime.startsWith("audio/")
    ? known({ kind: "audio" as const, url, headers, bytes })
    : known({ kind: "video" as const, url, headers, bytes, width, height, codec: "h264" });
}

/** The key is for the back end alone: a cover that lies elsewhere is fetched without it. */
function coverAt(url: string | undefined, { post, backEnd }: YtdlpWish): Rendition | undefined {
  return url !== undefined && mayBeFetched(url, post.platform, backEnd) ? { kind: "photo", url } : undefined;
}

/** What only Taproom itself can know; a back end that says so is wrong. */
const notTheirs = new Set<Reason>(["platform-off", "telegram-failed", "over-limit", "too-many", "internal"]);

function refusedAs(error: string): Found {
  const name = error.replaceAll("_", "-");
  const reason = reasonKinds.find((one) => one === name && !notTheirs.has(one));
  if (!reason) return refused("upstream-changed", "the back end's error is none we know");
  return refused(reason, "the back end says so");
}
