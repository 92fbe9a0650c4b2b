/** cobalt's words for what a post fails with. */
import type { PageFailure } from "../failures.ts";
import type { Platform } from "../post.ts";

/** Without `error.api.` in front. */
export function codeOf(failure: PageFailure, platform: Platform): string {
  const content = platform === "youtube" ? "content.video" : "content.post";
  switch (failure) {
    case "removed":
    case "removed-or-geo-blocked":
      return `${content}.unavailable`;
    case "private":
    case "private-account":
      return `${content}.private`;
    case "age-restricted":
      return `${content}.age`;
    case "geo-blocked":
      return platform === "youtube" ? "content.video.region" : "content.region";
    case "paid":
      return "content.paid";
    case "live":
      return "content.video.live";
    case "drm":
      return "youtube.drm";
    case "too-long":
      return "content.too_long";
    case "no-video":
    case "login-required":
      return platform === "youtube" ? "youtube.login" : "fetch.empty";
    case "bot-check":
      return platform === "youtube" ? "youtube.login" : "fetch.fail";
    case "rate-limited":
      return "fetch.rate";
    default:
      return "fetch.fail";
  }
}
