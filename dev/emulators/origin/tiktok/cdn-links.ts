/** Addresses of TikTok's files, as its pages name them. */
import type { Media } from "../media.ts";
import type { Origin } from "../origin.ts";

export const videoHosts = ["v16-webapp-prime.tiktok.com", "v19-webapp-prime.tiktok.com"] as const;
/** With all that is before the dot. */
export const cdnDomains = [".tiktokcdn.com", ".tiktokcdn-us.com", ".tiktokcdn-eu.com"] as const;

interface Linked {
  readonly origin: Origin;
  readonly media: Media;
  readonly expiry: number;
  readonly token: string;
}

/** Bound to the cookie of the page that named it. */
export function videoUrl(
  { origin, media, expiry, token }: Linked,
  name: string,
  { host = videoHosts[0] as string, codec = "h264" } = {},
): string {
  const signature = origin.links.sign("tiktok", media.id, name, expiry, token);
  const query = `a=1988&bt=1200&codec=${codec}&expire=${expiry}&l=${media.id}&mime_type=video_mp4&tk=tt_chain_token`;
  return `https://${host}/video/tos/alisg/${media.id}/${name}/${signature}/?${query}`;
}

/** Images lie open, as long as the link lasts. */
export function imageUrl(linked: Linked, name: string, form: "jpeg" | "webp" = "jpeg"): string {
  return openUrl(linked, "p16-sign-sg.tiktokcdn.com", name, `~tplv-photomode-image.${form}`);
}

export const soundUrl = (linked: Linked) => openUrl(linked, "sf16-ies-music.tiktokcdn.com", "sound", ".m4a");

function openUrl({ origin, media, expiry }: Linked, host: string, name: string, ending: string): string {
  const signature = origin.links.sign("tiktok", media.id, name, expiry, "");
  return `https://${host}/tos-alisg/${media.id}/${name}/${signature}${ending}?expire=${expiry}`;
}
