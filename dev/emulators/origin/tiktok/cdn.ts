/** TikTok's CDN: gives a video to whoever brings the page's cookie and comes from TikTok, and to nobody else. */
import { deliver, deliverCover } from "../deliver.ts";
import { fileNamed } from "../media.ts";
import { forbidden, hasExpired, notFound, type Origin, type Site } from "../origin.ts";

export const tiktokCdn =
  (origin: Origin): Site =>
  (request, url) => {
    const [, isVideo, id = "", name = "", signature = ""] = path.exec(url.pathname) ?? [];
    const media = origin.store.media({ platform: "tiktok", id });
    const file = fileNamed(media, name);
    if (!file) return notFound();
    const expiry = Number(url.searchParams.get("expire"));
    const token = isVideo ? (chainToken(request) ?? "") : "";
    const comesFromTiktok = request.headers.get("Referer")?.startsWith("https://www.tiktok.com/") ?? false;
    if (isVideo && (token === "" || !comesFromTiktok)) return forbidden();
    if (!origin.links.isSigned(signature, "tiktok", id, name, expiry, token)) return forbidden();
    if (hasExpired(origin, expiry)) return forbidden();
    if (name === "cover") return deliverCover(request, file);
    return deliver(origin, { request, media, file, side: "native" });
  };

const path = /^\/(?:(video)\/tos\/alisg|tos-alisg)\/(\d+)\/(\w+)\/(sig_[\da-f]{32})[^/]*\/?$/;

function chainToken(request: Request): string | undefined {
  return /(?:^|;\s*)tt_chain_token=([^;]+)/.exec(request.headers.get("Cookie") ?? "")?.[1];
}
