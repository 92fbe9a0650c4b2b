import type { Text } from "#kernel/text";
import type { Post } from "../post.ts";
import type { FilterSettings } from "./settings.ts";

/** What a filter says of a post, and why: texts of `filterTexts`. */
export type Verdict =
  | { readonly says: "pass"; readonly why?: Text }
  | { readonly says: "discard"; readonly why: Text }
  /** The files of these messages stay behind, and their texts go. */
  | { readonly says: "drop-media"; readonly of: readonly number[]; readonly why: Text };

export type Filter = (post: Post, settings: FilterSettings) => Verdict;

export const pass: Verdict = { says: "pass" };
export const discard = (why: Text): Verdict => ({ says: "discard", why });

/** What a setting of `any`, `only`, `none` says of a post that has something, or has not. */
export function judged(wanted: "any" | "only" | "none", hasIt: boolean, has: Text, hasNot: Text): Verdict {
  if (wanted === "only" && !hasIt) return discard(hasNot);
  return wanted === "none" && hasIt ? discard(has) : pass;
}
