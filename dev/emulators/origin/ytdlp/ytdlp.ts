/** The back end with yt-dlp and ffmpeg: resolves a link to one file that plays everywhere, and keeps it ready. */
import * as z from "zod";
import { deliver } from "../deliver.ts";
import { cdnUrl } from "../instagram/cdn.ts";
import { mediaAt } from "../link.ts";
import { fileNamed, type Media, sidesAt } from "../media.ts";
import { mimeOf } from "../media-file.ts";
import { askPage, expiryOf, hasExpired, notFound, type Origin, type Site } from "../origin.ts";
import { isId, platforms } from "../post.ts";
import { imageUrl } from "../tiktok/cdn-links.ts";
import { thumbnailHost } from "../youtube/cdn.ts";

export const ytdlpHost = "ytdlp.taproom.test";

const asked = z.strictObject({
  url: z.string().min(1),
  maxBytes: z.int().positive(),
  /** Of the shorter side. */
  maxHeight: z.int().positive(),
  audio: z.boolean().optional(),
});

type Asked = z.infer<typeof asked>;

export const ytdlpSite =
  (origin: Origin, key: string): Site =>
  async (request, { pathname }) => {
    if (request.headers.get("Authorization") !== `Bearer ${key}`) return failed("unauthorized", 401);
    if (request.method === "POST" && pathname === "/resolve") return resolve(origin, request);
    const token = /^\/file\/([\w.~-]+)$/.exec(pathname)?.[1];
    return token === undefined ? notFound() : file(origin, token, request);
  };

async function resolve(origin: Origin, request: Request): Promise<Response> {
  const read = asked.safeParse(await request.json().catch(() => undefined));
  if (!read.success) return failed("invalid-request", 400);
  const media = mediaAt(origin.store, read.data.url);
  if (!media) return failed("dead-link", 422);
  const failure = askPage(origin, media, "back-end");
  if (failure) return failed(reasons.get(failure) ?? failure, failure === "rate-limited" ? 429 : 422);
  const shape = shapeFor(media, read.data);
  if (!shape) return failed("no-video", 422);
  const chosen = fileNamed(media, shape.name);
  if (!chosen || chosen.bytes > read.data.maxBytes) return failed("too-large", 422);
  const expiry = expiryOf(origin, media, "back-end", 1);
  return Response.json({
    title: media.title,
    author: media.author,
    duration: media.duration,
    ...shape.sides,
    bytes: chosen.bytes,
    mime: mimeOf[chosen.type],
    token: tokenOf(origin, media, shape.name, expiry),
    thumbnail: thumbnailOf(origin, media),
    offers: media.kind === "video" ? media.renditions : [],
  });
}

const failed = (error: string, status: number) => Response.json({ error }, { status });

/** What yt-dlp does not tell apart. */
const reasons = new Map([
  ["private-account", "private"],
  ["page-403", "rate-limited"],
  ["page-500", "unreachable"],
  ["other-video", "upstream-changed"],
]);

interface Shape {
  readonly name: string;
  readonly sides?: { readonly width: number; readonly height: number };
}

/** The largest that fits, else the least; of an album its first video. */
function shapeFor(media: Media, { maxBytes, maxHeight, audio }: Asked): Shape | undefined {
  if (audio) return { name: "sound" };
  if (media.kind === "photo") return undefined;
  if (media.kind === "album") {
    const index = media.items.indexOf("video");
    return index < 0 ? undefined : { name: `item${index}`, sides: sidesAt(720) };
  }
  const { renditions } = media;
  const low = renditions.filter(({ height }) => height <= maxHeight);
  const rendition = low.find(({ bytes }) => bytes <= maxBytes) ?? renditions.at(-1);
  return rendition && { name: `v${rendition.height}`, sides: sidesAt(rendition.height) };
}

function thumbnailOf(origin: Origin, media: Media): string {
  const expiry = Math.floor(origin.now() / 1_000) + 3_600;
  switch (media.platform) {
    case "tiktok":
      return imageUrl({ origin, media, expiry, token: "" }, "cover");
    case "instagram":
      return cdnUrl(origin, media, "cover", expiry);
    case "youtube":
      return `https://${thumbnailHost}/vi/${media.id}/hqdefault.jpg`;
  }
}

const tokenOf = ({ links }: Origin, { platform, id }: Media, name: string, expiry: number) =>
  [platform, id, name, expiry, links.sign("ytdlp", platform, id, name, expiry)].join(".");

function file(origin: Origin, token: string, request: Request): Response {
  const [platformName, id = "", name = "", expiry = "", signature = ""] = token.split(".");
  const platform = platforms.find((one) => one === platformName);
  if (!platform || !isId(platform, id)) return notFound();
  if (!origin.links.isSigned(signature, "ytdlp", platform, id, name, expiry)) return notFound();
  if (hasExpired(origin, Number(expiry))) return notFound();
  const media = origin.store.media({ platform, id });
  const chosen = fileNamed(media, name);
  return chosen ? deliver(origin, { request, media, file: chosen, side: "back-end" }) : notFound();
}
