/** TikTok's pages: a video's page with its data, the embeddable page, and what stands there instead of a post. */
import { randomBytes } from "node:crypto";
import type { PageFailure } from "../failures.ts";
import { type Media, sidesAt } from "../media.ts";
import { askPage, expiryOf, htmlPage, jsonInPage, type Origin, redirectTo } from "../origin.ts";
import { imageUrl, soundUrl, videoUrl } from "./cdn-links.ts";

interface Shown {
  readonly origin: Origin;
  readonly media: Media;
  /** Seconds since the epoch. */
  readonly expiry: number;
  /** The anonymous cookie the video's links are bound to. */
  readonly token: string;
}

const lifespanHours = 48;

/** `https://www.tiktok.com/@…/video/ID`, also for slideshows. */
export function videoPage(origin: Origin, media: Media, request: Request): Response {
  const failure = looksLikeBrowser(request) ? askPage(origin, media, "native") : "bot-check";
  const refusal = failure && refusalOf(failure, media);
  if (refusal) return refusal;
  const token = randomBytes(24).toString("base64");
  origin.onCookieIssued(token);
  const expiry = expiryOf(origin, media, "native", lifespanHours);
  const cookies = [
    `tt_chain_token=${token}; Path=/; Domain=tiktok.com; Max-Age=15552000; HttpOnly; Secure; SameSite=None`,
    `ttwid=${randomBytes(16).toString("hex")}; Path=/; Domain=tiktok.com; HttpOnly; Secure`,
  ];
  const page = dataPage("__UNIVERSAL_DATA_FOR_REHYDRATION__", {
    __DEFAULT_SCOPE__: {
      "webapp.app-context": { language: "en", region: "DE", botType: "others" },
      ...(failure === "upstream-changed"
        ? { "webapp.video-detail-next": { state: "moved" } }
        : { "webapp.video-detail": detailOf({ origin, media, expiry, token }, failure) }),
    },
  });
  return htmlPage(
    page,
    200,
    cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]),
  );
}

/** `https://www.tiktok.com/embed/v2/ID` */
export function embedPage(origin: Origin, media: Media): Response {
  const failure = askPage(origin, media, "native");
  const refusal = failure && refusalOf(failure, media);
  if (refusal) return refusal;
  const path = `/embed/v2/${media.id}`;
  const shown = { origin, media, expiry: expiryOf(origin, media, "native", lifespanHours), token: "" };
  const videoData = failure ? undefined : embeddedOf(shown);
  return htmlPage(
    dataPage("__FRONTITY_CONNECT_STATE__", { source: { data: { [path]: { isVideo: true, videoData } } } }),
  );
}

const looksLikeBrowser = (request: Request) =>
  (request.headers.get("User-Agent") ?? "").startsWith("Mozilla/5.0 (");

/** Answers that are no page of a post at all. */
function refusalOf(failure: PageFailure, { id }: Media): Response | undefined {
  switch (failure) {
    case "bot-check":
      return htmlPage(challenge);
    case "rate-limited":
      return new Response("Too Many Requests", { status: 429 });
    case "page-403":
      return htmlPage("<html><head><title>Access Denied</title></head><body></body></html>", 403);
    case "page-500":
      return new Response("Internal Server Error", { status: 500 });
    case "login-required":
      return redirectTo(`https://www.tiktok.com/login?redirect_url=%2F%40_%2Fvideo%2F${id}`);
    default:
      return undefined;
  }
}

/** The statuses TikTok gives for a post that is not shown. */
const statuses: Partial<Readonly<Record<PageFailure, readonly [code: number, message: string]>>> = {
  removed: [10_101, "item doesn't exist"],
  private: [10_216, "item is private"],
  "private-account": [10_222, "author is private"],
  "geo-blocked": [10_204, "status_deleted"],
  "removed-or-geo-blocked": [10_204, "status_deleted"],
};

function detailOf(shown: Shown, failure: PageFailure | undefined) {
  const [statusCode, statusMsg] = (failure && statuses[failure]) ?? [0, ""];
  if (statusCode !== 0) return { itemInfo: {}, statusCode, statusMsg };
  return {
    itemInfo: { itemStruct: itemOf(shown, failure) },
    shareMeta: { title: `${shown.media.author} on TikTok`, desc: shown.media.title },
    statusCode,
    statusMsg,
  };
}

function itemOf(shown: Shown, failure: PageFailure | undefined) {
  const { media } = shown;
  const item = {
    id: media.id,
    desc: media.title,
    createTime: "1760000000",
    author: { id: "6800000000000000001", uniqueId: media.author, nickname: `${media.author} ✨` },
    music: {
      id: "7000000000000000001",
      title: "original sound",
      authorName: media.author,
      playUrl: soundUrl(shown),
    },
    stats: { diggCount: 1_200, shareCount: 34, commentCount: 56, playCount: 78_900 },
    isContentClassified: failure === "age-restricted",
  };
  if (failure === "age-restricted") return item;
  const duration = failure === "too-long" ? 14_400 : media.duration;
  if (media.kind !== "video") return { ...item, video: soundOnly(shown), imagePost: slideshowOf(shown) };
  return { ...item, video: failure === "no-video" ? withheld(shown, duration) : videoOf(shown, duration) };
}

function videoOf(shown: Shown, duration: number) {
  const { media } = shown;
  const [best] = media.renditions;
  return {
    ...withheld(shown, duration),
    size: String(media.bytes),
    ...(best && { ...sidesAt(best.height), playAddr: videoUrl(shown, `v${best.height}`) }),
    downloadAddr: videoUrl(shown, `v${media.renditions.at(-1)?.height}`),
    format: "mp4",
    codecType: "h264",
    bitrateInfo: [
      ...(best ? [bytevc1(shown, best.height)] : []),
      ...media.renditions.map((one) => h264(shown, one)),
    ],
  };
}

/** A video of which TikTok tells everything but where its file is. */
function withheld(shown: Shown, duration: number) {
  return {
    id: shown.media.id,
    duration,
    ratio: "720p",
    ...sidesAt(720),
    cover: imageUrl(shown, "cover"),
    originCover: imageUrl(shown, "cover"),
    playAddr: "",
    downloadAddr: "",
    bitrateInfo: [],
  };
}

function h264(shown: Shown, { height, bytes }: Media["renditions"][number]) {
  return bitrate(shown, { name: `v${height}`, codec: "h264", height, bytes });
}

/** H.265, smaller than all the others and said to be as sharp: many phones cannot play it. */
function bytevc1(shown: Shown, height: number) {
  return bitrate(shown, { name: `v${height}`, codec: "bytevc1", height, bytes: shown.media.bytes });
}

interface Encoded {
  readonly name: string;
  readonly codec: "h264" | "bytevc1";
  readonly height: number;
  readonly bytes: number;
}

function bitrate(shown: Shown, { name, codec, height, bytes }: Encoded) {
  const rate = Math.floor((bytes * 8) / Math.max(1, shown.media.duration));
  const { width, height: long } = sidesAt(height);
  return {
    Bitrate: rate,
    QualityType: height >= 720 ? 10 : 20,
    GearName: codec === "h264" ? `normal_${height}_0` : `adapt_${height}_1`,
    CodecType: codec === "h264" ? "h264" : "h265_hvc1",
    PlayAddr: {
      DataSize: String(bytes),
      Width: width,
      Height: long,
      Uri: `v09044g40000${shown.media.id.slice(-8)}`,
      UrlKey: `v09044g40000${shown.media.id.slice(-8)}_${codec}_${height}p_${rate}`,
      UrlList: [
        videoUrl(shown, name, { codec }),
        videoUrl(shown, name, { codec, host: "v19.tiktokcdn.com" }),
        // TikTok lists its own site too, which serves nobody from outside.
        `https://www.tiktok.com/aweme/v1/play/?file_id=${shown.media.id}&is_play_url=1`,
      ],
    },
  };
}

/** What a slideshow has for a video: its sound. */
const soundOnly = (shown: Shown) => ({ ...withheld(shown, shown.media.duration), playAddr: soundUrl(shown) });

const photosOf = (media: Media) =>
  media.kind === "photo" ? ["item0"] : media.items.map((_, index) => `item${index}`);

function slideshowOf(shown: Shown) {
  const images = photosOf(shown.media).map((name) => ({
    imageURL: { urlList: [imageUrl(shown, name, "webp"), imageUrl(shown, name)] },
    imageWidth: 320,
    imageHeight: 568,
  }));
  return { images, cover: images[0], title: shown.media.title };
}

function embeddedOf(shown: Shown) {
  const { media } = shown;
  return {
    itemInfos: {
      id: media.id,
      text: media.title,
      createTime: "1760000000",
      covers: [imageUrl(shown, "cover")],
    },
    authorInfos: { uniqueId: media.author, nickName: `${media.author} ✨` },
    musicInfos: { musicName: "original sound", authorName: media.author, playUrl: [soundUrl(shown)] },
    ...(media.kind !== "video" && {
      imagePostInfo: {
        displayImages: photosOf(media).map((name) => ({
          urlList: [imageUrl(shown, name, "webp"), imageUrl(shown, name)],
          width: 320,
          height: 568,
        })),
      },
    }),
  };
}

const dataPage = (
  id: string,
  data: unknown,
) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>TikTok - Make Your Day</title>
<script id="SIGI_ABTEST" type="application/json">{"tests":[]}</script></head><body><div id="app"></div>
<script id="${id}" type="application/json">${jsonInPage(data)}</script></body></html>`;

/** The proof of work that TikTok asks of whoever looks like a machine. No solution of it is accepted here. */
const challenge = `<!DOCTYPE html><html><head><title>Please wait...</title></head><body>Please wait...
<p id="cs" class="${Buffer.from(JSON.stringify({ v: { a: "c2VlZA==", c: "aGFzaA==" } })).toString("base64")}"></p>
<p id="wci" class="_wafchallengeid"></p><p id="rci" class="waforiginalreid"></p><p id="rs" class=""></p>
<script src="https://sf16-website-login.neutral.ttwstatic.com/obj/SlardarWAF/waf-aiso.js"></script></body></html>`;
