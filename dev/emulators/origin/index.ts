/** The origin: TikTok, Instagram and YouTube with their CDNs, and the two back ends that download in their stead. */
import type { Emulator } from "../emulator.ts";
import { cobaltHost, playCobalt } from "./cobalt/cobalt.ts";
import { mediaControl } from "./control.ts";
import { instagramCdn, instagramCdnDomains } from "./instagram/cdn.ts";
import { instagramSite } from "./instagram/site.ts";
import { Links } from "./links.ts";
import { MediaStore } from "./media-store.ts";
import { notFound, type Origin, type Site } from "./origin.ts";
import { tiktokCdn } from "./tiktok/cdn.ts";
import { cdnDomains, videoHosts } from "./tiktok/cdn-links.ts";
import { tiktokShortLinks, tiktokSite } from "./tiktok/site.ts";
import { thumbnailHost, thumbnails, youtubeCdn, youtubeCdnDomains } from "./youtube/cdn.ts";
import { innerTube } from "./youtube/player.ts";
import { ytdlpHost, ytdlpSite } from "./ytdlp/ytdlp.ts";

export interface OriginOptions {
  /** Opens both back ends. */
  readonly backEndKey: string;
  readonly onCookieIssued?: (value: string) => void;
  readonly now?: () => number;
}

export function playOrigin({
  backEndKey,
  onCookieIssued = () => {},
  now = Date.now,
}: OriginOptions): Emulator {
  const store = new MediaStore();
  const origin: Origin = { store, links: new Links(), now, onCookieIssued };
  const cobalt = playCobalt(origin, backEndKey);
  const sites = new Map<string, Site>([
    ...siteAt(tiktokSite(origin), "www.tiktok.com", "m.tiktok.com"),
    ...siteAt(tiktokShortLinks(origin), "vm.tiktok.com", "vt.tiktok.com"),
    ...siteAt(tiktokCdn(origin), ...videoHosts, ...cdnDomains),
    ...siteAt(instagramSite(origin), "www.instagram.com"),
    ...siteAt(instagramCdn(origin), ...instagramCdnDomains),
    ...siteAt(innerTube(origin), "www.youtube.com", "youtubei.googleapis.com"),
    ...siteAt(youtubeCdn(origin), ...youtubeCdnDomains),
    ...siteAt(thumbnails(origin), thumbnailHost),
    ...siteAt(cobalt.site, cobaltHost),
    ...siteAt(ytdlpSite(origin, backEndKey), ytdlpHost),
  ]);

  return {
    service: "origin",
    hosts: [...sites.keys()],
    control: mediaControl(store),
    async fetch(request) {
      const url = new URL(request.url);
      const site = sites.get(url.hostname) ?? sites.get(domainOf(url.hostname));
      return site ? site(request, url) : notFound();
    },
    async reset() {
      store.forget();
      cobalt.forget();
    },
  };
}

const siteAt = (site: Site, ...hosts: readonly string[]) => hosts.map((host): [string, Site] => [host, site]);

/** Of `rr3---sn.googlevideo.com` it is `.googlevideo.com`. */
const domainOf = (host: string) => `.${host.split(".").slice(-2).join(".")}`;
