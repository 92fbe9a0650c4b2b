import type { Platform } from "../platform.ts";
import { platforms } from "../platform.ts";
import { type Post, postOf } from "../post.ts";
import { type Quality, qualities } from "../quality.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";

/** What `https://t.me/<bot>?start=…` asks for. */
export interface Start {
  readonly post: Post;
  readonly quality?: Quality;
}

/** A letter each: the longest id and quality have to fit into 48 bytes, which are 64 characters. */
const letters: Readonly<Record<Platform, string>> = { tiktok: "t", instagram: "i", youtube: "y" };

/**
 * The start parameter of a deep link to the post: at most 64 of `A-Z a-z 0-9 _ -`, as Telegram wants it
 * (https://core.telegram.org/bots/features#deep-linking).
 */
export function startParameterOf({ platform, id }: Post, quality?: Quality): string {
  return toBase64url([letters[platform], id, ...(quality ? [quality] : [])].join(":"));
}

/** The post of a start parameter, ours or of the old form `instagram_CODE`; undefined if it is about something else. */
export function postOfStartParameter(text: string): Start | undefined {
  // Only the first underscore divides: the id may have more.
  const [, oldPlatform, oldId] = /^([a-z]+)_(.+)$/.exec(text) ?? [];
  if (oldPlatform !== undefined)
    return startOf(
      platforms.find((name) => name === oldPlatform),
      oldId,
    );
  const [letter, id, quality, ...more] = fromBase64url(text)?.split(":") ?? [];
  if (more.length > 0) return undefined;
  return startOf(
    platforms.find((name) => letters[name] === letter),
    id,
    quality,
  );
}

function startOf(platform?: Platform, id?: string, asked?: string): Start | undefined {
  const post = platform && postOf(platform, id);
  const quality = qualities.find((one) => one === asked);
  // A quality that we do not know: the link was changed by somebody.
  if (!post || quality !== asked) return undefined;
  return { post, ...(quality ? { quality } : {}) };
}
