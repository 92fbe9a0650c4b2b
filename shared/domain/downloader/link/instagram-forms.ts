import { postOf, type ShortLink } from "../post.ts";
import { type Address, segmentsOf } from "./address.ts";
import { type Link, refusedLink, toPost } from "./link.ts";

/** They name the same posts: a shortcode found under one is good under all. */
const kinds = new Set(["p", "reel", "reels", "tv"]);
const shareCode = /^[\w-]{5,40}$/;

/** `/p/CODE`, with a user's name before it or not. */
function codeIn([first = "", second = "", third = ""]: readonly string[]): string | undefined {
  // A page about a sound, not a post.
  if (first === "reels" && second === "audio") return undefined;
  if (kinds.has(first)) return second;
  return kinds.has(second) && first !== "stories" ? third : undefined;
}

/** `/share/CODE`, `/share/p/CODE`, `/share/reel/CODE`: only a redirect tells the post. */
function readShare(segments: readonly string[]): Link {
  const isOfKind = segments[0] === "p" || segments[0] === "reel";
  const [code = "", ...more] = isOfKind ? segments.slice(1) : segments;
  if (!shareCode.test(code) || more.length > 0) return refusedLink("unsupported-form");
  const url = `https://www.instagram.com/share/${isOfKind ? `${segments[0]}/` : ""}${code}/`;
  return { is: "short", short: { platform: "instagram", url } satisfies ShortLink };
}

/** The forms of www.instagram.com and of the sites that mirror it. */
export function readInstagram(address: Address): Link {
  const segments = segmentsOf(address);
  return segments[0] === "share"
    ? readShare(segments.slice(1))
    : toPost(postOf("instagram", codeIn(segments)));
}
