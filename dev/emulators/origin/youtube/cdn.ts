/** YouTube's CDN: a link is for the address that asked for it, and a file flows freely in ranges only. */
import { deliver, deliverCover } from "../deliver.ts";
import { fileNamed, type Media } from "../media.ts";
import { forbidden, hasExpired, notFound, type Origin, type Site } from "../origin.ts";
import { rangeOf } from "../send-file.ts";

export const youtubeCdnDomains = [".googlevideo.com"] as const;
export const thumbnailHost = "i.ytimg.com";

const freely = 10 * 1_024 * 1_024;
/** Of whoever asks for more than 10 MiB at once, or for the whole. */
const throttledPerSecond = 256 * 1_024;

export const youtubeCdn =
  (origin: Origin): Site =>
  (request, url) => {
    const { searchParams: query } = url;
    const [id, name, expiry] = ["id", "file", "expire"].map((part) => query.get(part) ?? "");
    if (url.pathname !== "/videoplayback" || !id || !name || !expiry) return notFound();
    const media = origin.store.media({ platform: "youtube", id });
    const file = fileNamed(media, name);
    if (!file) return notFound();
    const isGood = origin.links.isSigned(
      query.get("sig") ?? "",
      "youtube",
      id,
      name,
      expiry,
      addressOf(request),
    );
    if (!isGood || hasExpired(origin, Number(expiry))) return forbidden("");
    const ranged = withRange(request, query.get("range"));
    const range = rangeOf(ranged.headers.get("Range"), file.bytes);
    const isThrottled = typeof range === "string" || range.to - range.from > freely;
    const pace = isThrottled ? { bytesPerSecond: throttledPerSecond } : {};
    return deliver(origin, { request: ranged, media, file, side: "native" }, pace);
  };

/** A range may stand in the address, too. */
function withRange(request: Request, range: string | null): Request {
  if (range === null) return request;
  const headers = new Headers(request.headers);
  headers.set("Range", `bytes=${range}`);
  return new Request(request, { headers });
}

export function videoUrl({ links }: Origin, { media, name, itag, expiry, address }: Linked): string {
  const query = new URLSearchParams({
    expire: String(expiry),
    ip: address,
    id: media.id,
    itag: String(itag),
    file: name,
    source: "youtube",
    clen: String(fileNamed(media, name)?.bytes),
    sig: links.sign("youtube", media.id, name, expiry, address),
  });
  return `https://rr3---sn-4g5e6nsz.googlevideo.com/videoplayback?${query}`;
}

export interface Linked {
  readonly media: Media;
  readonly name: string;
  readonly itag: number;
  readonly expiry: number;
  /** Of whoever asked the player. */
  readonly address: string;
}

/** The product has one address; whoever else plays somebody elsewhere says so in X-Forwarded-For. */
export const addressOf = (request: Request) => request.headers.get("X-Forwarded-For") ?? "198.51.100.7";

/** `https://i.ytimg.com/vi/ID/hqdefault.jpg` */
export const thumbnails =
  (origin: Origin): Site =>
  (request, { pathname }) => {
    const id = /^\/vi\/([\w-]{11})\/\w+\.jpg$/.exec(pathname)?.[1];
    const file = id && fileNamed(origin.store.media({ platform: "youtube", id }), "cover");
    return file ? deliverCover(request, file) : notFound();
  };
