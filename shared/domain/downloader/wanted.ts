import type { Platform } from "./platform.ts";
import { type Post, postKey } from "./post.ts";
import type { Quality } from "./quality.ts";

/** A post in one quality: what is downloaded once, however many want it. */
export interface Wanted {
  readonly post: Post;
  readonly quality: Quality;
}

/** `tiktok:7301:best`: the name of its room. */
export const nameOf = ({ post, quality }: Wanted) => `${postKey(post)}:${quality}`;

/** The way back: our own names alone come here. */
export function wantedBy(name: string): Wanted {
  const [platform, id = "", quality] = name.split(":");
  return { post: { platform: platform as Platform, id }, quality: quality as Quality };
}
