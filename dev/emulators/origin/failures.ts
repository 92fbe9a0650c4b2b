/** Failures: what may be wrong with a post, and what may go wrong with its files. */
import type { Platform } from "./post.ts";

/** What the page, the API or the back end says instead of the post. Most are named as the product names its reasons. */
const pageFailures = [
  "removed",
  "private",
  "login-required",
  "age-restricted",
  "geo-blocked",
  "removed-or-geo-blocked",
  "paid",
  "live",
  "drm",
  "no-video",
  "bot-check",
  "rate-limited",
  "upstream-changed",
  "too-long",
  "page-403",
  "page-500",
  /** TikTok: the account is private, not the post. */
  "private-account",
  /** YouTube: the answer is of another video. */
  "other-video",
] as const;

/** What the place where the files lie does. */
const fileFailures = ["cdn-403", "cdn-500", "breaks", "lies", "html", "expired"] as const;

export const failureNames = [...pageFailures, ...fileFailures] as const;
export type PageFailure = (typeof pageFailures)[number];
export type FileFailure = (typeof fileFailures)[number];
export type FailureName = PageFailure | FileFailure;

/** Who meets a failure: whoever asks the platform itself, or whoever asks a back end. */
export type Side = "native" | "back-end";

export interface Failure {
  readonly name: FailureName;
  /** Of what is promised, the share that comes. */
  readonly at?: number | undefined;
  readonly only?: Side | undefined;
  /** Strikes left; none: for good. */
  readonly times?: number | undefined;
}

/** What a platform has no way to say. */
const unheardOf: Readonly<Record<Platform, readonly FailureName[]>> = {
  tiktok: ["paid", "live", "drm", "other-video"],
  instagram: ["paid", "live", "drm", "removed-or-geo-blocked", "private-account", "other-video"],
  youtube: ["removed-or-geo-blocked", "private-account"],
};

export const canFailSo = (platform: Platform, name: FailureName) => !unheardOf[platform].includes(name);

const ofFiles: readonly string[] = fileFailures;
export const isFileFailure = (name: FailureName): name is FileFailure => ofFiles.includes(name);
