import { type Post, postOf, type ShortLink } from "../post.ts";
import { type Address, parseAddress } from "./address.ts";
import { canonicalise } from "./canonicalise.ts";
import { type Lead, refusedLink } from "./link.ts";

/** Where a short link leads on. */
export type Redirected =
  | Lead
  /** The platform wants a login instead of telling. */
  | { readonly is: "login" }
  /** No post is there. */
  | { readonly is: "nowhere" };

/** What a redirect of `platform` to `target`, found at `base`, comes to. Only what this lets through is ever fetched. */
export function redirected(platform: ShortLink["platform"], target: string, base: string): Redirected {
  const address = parseAddress(target, base);
  // What is behind the path can be longer than any link, and names no post.
  const link = address ? canonicalise(address.href.split(/[?#]/)[0] ?? "") : refusedLink("not-a-link");
  const ofPlatform = link.is === "post" ? link.post.platform : link.is === "short" && link.short.platform;
  if (link.is !== "refused") return ofPlatform === platform ? link : { is: "nowhere" };
  if (!address || link.why !== "unsupported-form") return { is: "nowhere" };
  const post = platform === "tiktok" ? postBesidePath(address) : undefined;
  if (post) return { is: "post", post };
  return /^\/(?:accounts\/)?login(?:\/|$)/.test(address.pathname) ? { is: "login" } : { is: "nowhere" };
}

/** TikTok names a post this way to apps that it does not know. */
const postBesidePath = ({ searchParams }: Address): Post | undefined =>
  postOf("tiktok", searchParams.get("item_id") ?? undefined);
