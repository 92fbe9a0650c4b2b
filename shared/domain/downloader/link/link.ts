import type { Post, ShortLink } from "../post.ts";

/** Why a text leads to no post. */
export type Fault =
  /** It is something else than an address. */
  | "not-a-link"
  /** A site of which Taproom takes nothing. */
  | "unsupported-host"
  /** The right site, and a page without a video of its own: a profile, a story, a playlist. */
  | "unsupported-form"
  /** Made to be read in two ways, or of a scheme, port or length that no video page has. */
  | "unsafe";

/** A post, or a way to it. */
export type Lead =
  | { readonly is: "post"; readonly post: Post }
  | { readonly is: "short"; readonly short: ShortLink };

/** What a text turned out to be. */
export type Link = Lead | { readonly is: "refused"; readonly why: Fault };

export const refusedLink = (why: Fault): Link => ({ is: "refused", why });

/** The post, if there is one by this id. */
export const toPost = (post: Post | undefined): Link =>
  post ? { is: "post", post } : refusedLink("unsupported-form");
