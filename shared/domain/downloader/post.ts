import type { Platform } from "./platform.ts";

/** What a link is about, whatever form the link had: a video or an album of one platform, by its canonical id. */
export interface Post {
  readonly platform: Platform;
  /** TikTok: digits. Instagram: the shortcode. YouTube: eleven of `[0-9A-Za-z_-]`. */
  readonly id: string;
}

/** A link that names its post only by a redirect, such as `https://vt.tiktok.com/ZS…/`; `url` is made anew by us, never the user's text. */
export interface ShortLink {
  readonly platform: Exclude<Platform, "youtube">;
  readonly url: string;
}

const ids: Readonly<Record<Platform, RegExp>> = {
  // 64 bits. No zero in front: one post has one id.
  tiktok: /^[1-9]\d{0,19}$/,
  // Eleven characters as a rule; a private post's link bears 28 more.
  instagram: /^[\w-]{5,40}$/,
  // The exceptions are pages that stand where an id would.
  youtube: /^(?!videoseries$|live_stream$)[\w-]{11}$/,
};

/** The post of this id, unless no post can have it. */
export const postOf = (platform: Platform, id: string | undefined): Post | undefined =>
  id !== undefined && ids[platform].test(id) ? { platform, id } : undefined;

/** `tiktok:7301`: names the post everywhere, in rooms, rows and keys. */
export const postKey = ({ platform, id }: Post) => `${platform}:${id}`;

/** Where people look at the post. */
export function pageOf({ platform, id }: Post): string {
  switch (platform) {
    case "tiktok":
      return `https://www.tiktok.com/@_/video/${id}`;
    case "instagram":
      return `https://www.instagram.com/p/${id}/`;
    case "youtube":
      return `https://www.youtube.com/watch?v=${id}`;
  }
}
