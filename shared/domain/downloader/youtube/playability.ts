import { type Found, refused } from "../media.ts";
import type { Reason } from "../reason.ts";

type Sign = readonly [said: RegExp, reason: Reason];

/** What YouTube writes for people, whatever the status beside it; the first that fits counts. In English: we ask with `hl=en`. */
const signs: readonly Sign[] = [
  [/\bbot\b/i, "bot-check"],
  [/request limit|try again later/i, "rate-limited"],
  [/\bprivate\b/i, "private"],
  [/\bage\b|inappropriate/i, "age-restricted"],
  [/in your country|in your (region|location)/i, "geo-blocked"],
  [/members[- ]only|join this channel|requires payment|\b(rent|buy|purchase)\b/i, "paid"],
  [/\bDRM\b/, "drm"],
  [/live event|premieres? (in|will)|live stream (recording )?is not/i, "live"],
];

/** What the status means where the words do not tell. */
const statuses: Readonly<Record<string, Reason>> = {
  LOGIN_REQUIRED: "login-required",
  AGE_VERIFICATION_REQUIRED: "age-restricted",
  AGE_CHECK_REQUIRED: "age-restricted",
  CONTENT_CHECK_REQUIRED: "age-restricted",
  LIVE_STREAM_OFFLINE: "live",
  // "Video unavailable": gone or not shown here, and YouTube does not say which.
  UNPLAYABLE: "removed-or-geo-blocked",
  ERROR: "removed",
};

/** Why a video is not played, by the status and by whatever is written beside it; undefined: it is. */
export function refusedByPlayability(status: string, texts: readonly string[]): Found | undefined {
  if (status === "OK") return undefined;
  const detail = `playability ${status}`;
  const said = signs.find(([words]) => texts.some((text) => words.test(text)))?.[1];
  return refused(said ?? statuses[status] ?? "upstream-changed", detail);
}
