import type { Address } from "./link/address.ts";
import type { Platform } from "./platform.ts";

/** Whole names: what is asked there is made by us from an id or a code. */
const pageHosts: Readonly<Record<Platform, ReadonlySet<string>>> = {
  tiktok: new Set(["www.tiktok.com", "m.tiktok.com", "vm.tiktok.com", "vt.tiktok.com"]),
  instagram: new Set(["www.instagram.com"]),
  youtube: new Set(["www.youtube.com", "youtubei.googleapis.com"]),
};

/** Domains with all their subdomains: what is fetched there was named by the platform's own page. */
const mediaDomains: Readonly<Record<Platform, readonly string[]>> = {
  tiktok: [
    "tiktok.com",
    "tiktokcdn.com",
    "tiktokcdn-us.com",
    "tiktokcdn-eu.com",
    "tiktokv.com",
    "byteoversea.com",
    "ibyteimg.com",
  ],
  instagram: ["cdninstagram.com", "fbcdn.net"],
  youtube: ["googlevideo.com", "i.ytimg.com"],
};

/** Whether a page of the platform may be fetched from there. */
export const isPageHost = (platform: Platform, address: Address): boolean =>
  isPlainHttps(address) && pageHosts[platform].has(address.hostname);

/** Whether a file of the platform may be fetched from there. */
export const isMediaHost = (platform: Platform, address: Address): boolean =>
  isPlainHttps(address) &&
  mediaDomains[platform].some(
    (domain) => address.hostname === domain || address.hostname.endsWith(`.${domain}`),
  );

const isPlainHttps = ({ protocol, username, password, port }: Address) =>
  protocol === "https:" && username === "" && password === "" && port === "";
