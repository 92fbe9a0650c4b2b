/** What a back end reads in a link that it is given. */
import type { MediaStore } from "./media-store.ts";
import type { Media } from "./media.ts";
import { isId, type Platform } from "./post.ts";

/** The post's media; undefined where the link is of none. */
export function mediaAt(store: MediaStore, link: string): Media | undefined {
  const url = URL.parse(link);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^(www|m|music)\./, "");
  const { pathname, searchParams } = url;
  switch (host) {
    case "tiktok.com":
      return (
        shortened(store, "tiktok", /^\/t\/(\w+)/.exec(pathname)?.[1]) ??
        media(store, "tiktok", tiktokId(pathname))
      );
    case "vm.tiktok.com":
    case "vt.tiktok.com":
      return shortened(store, "tiktok", /^\/(\w+)\/?$/.exec(pathname)?.[1]);
    case "instagram.com":
      return (
        shortened(store, "instagram", /^\/share\/(?:(?:p|reel)\/)?([\w-]+)/.exec(pathname)?.[1]) ??
        media(store, "instagram", /\/(?:p|reels?|tv)\/([\w-]+)/.exec(pathname)?.[1])
      );
    case "youtu.be":
      return media(store, "youtube", pathname.split("/")[1]);
    case "youtube.com":
      return media(store, "youtube", searchParams.get("v") ?? pathname.split("/")[2]);
    default:
      return undefined;
  }
}

const tiktokId = (pathname: string) => /\/(?:video|photo|v|embed)\/(\d+)/.exec(pathname)?.[1];

const media = (store: MediaStore, platform: Platform, id: string | undefined) =>
  id !== undefined && isId(platform, id) ? store.media({ platform, id }) : undefined;

const shortened = (store: MediaStore, platform: Platform, code: string | undefined) =>
  code === undefined ? undefined : store.media(store.target(platform, code).post);
