/** Links at one click: each press is another post, so that nothing of it lies in a cache yet. */
import type { MediaWish } from "./media-wish.ts";

export type LinkName =
  | "tiktok"
  | "slides"
  | "reel"
  | "carousel"
  | "short"
  | "short-link"
  | "private"
  | "broken";

export interface FreshLink {
  readonly url: string;
  /** What the post has to be for this; a short link leads to whatever it leads to. */
  readonly media?: MediaWish;
}

type Platform = MediaWish["platform"];

export interface LinkPreset {
  readonly name: LinkName;
  readonly platform: Platform;
  readonly fresh: () => FreshLink;
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const digits = "0123456789";

const drawn = (count: number, from: string) =>
  Array.from({ length: count }, () => from.charAt(Math.floor(Math.random() * from.length))).join("");

/** 19 digits that begin as those of our days. */
const tiktokId = () => `7${drawn(18, digits)}`;
const instagramId = () => `C${drawn(10, letters)}`;
const youtubeId = () => drawn(11, letters);

function post(platform: Platform, id: string, url: string, more: Partial<MediaWish> = {}): FreshLink {
  return { url, media: { platform, id, ...more } };
}

const tiktok = (id = tiktokId()) => post("tiktok", id, `https://www.tiktok.com/@taproom/video/${id}`);
const reel = (id = instagramId()) => post("instagram", id, `https://www.instagram.com/reel/${id}/`);

export const linkPresets: readonly LinkPreset[] = [
  { name: "tiktok", platform: "tiktok", fresh: () => tiktok() },
  { name: "reel", platform: "instagram", fresh: () => reel() },
  { name: "carousel", platform: "instagram", fresh: () => carousel(instagramId()) },
  { name: "short", platform: "youtube", fresh: () => short(youtubeId()) },
  {
    name: "short-link",
    platform: "tiktok",
    fresh: () => ({ url: `https://vm.tiktok.com/ZM${drawn(7, letters)}/` }),
  },
  { name: "slides", platform: "tiktok", fresh: () => slides(tiktokId()) },
  { name: "private", platform: "instagram", fresh: () => closed(instagramId()) },
  {
    name: "broken",
    platform: "tiktok",
    fresh: () => ({ url: `https://www.tiktok.com/@taproom/live/${drawn(4, digits)}` }),
  },
];

const carousel = (id: string) =>
  post("instagram", id, `https://www.instagram.com/p/${id}/`, { kind: "album" });
const short = (id: string) => post("youtube", id, `https://youtube.com/shorts/${id}`);
const slides = (id: string) =>
  post("tiktok", id, `https://www.tiktok.com/@taproom/photo/${id}`, { kind: "album" });
const closed = (id: string) =>
  post("instagram", id, `https://www.instagram.com/reel/${id}/`, { failure: "private" });
