/** What YouTube says of a video that it does not play. */
import type { PageFailure } from "../failures.ts";

interface Playability {
  readonly status: string;
  readonly reason?: string;
  readonly errorScreen?: unknown;
}

export const playable: Playability = { status: "OK" };

const unavailable = "Video unavailable";

function said(status: string, reason: string, subreason?: string): Playability {
  const words = {
    reason: { simpleText: reason },
    ...(subreason !== undefined && { subreason: { runs: [{ text: subreason }] } }),
  };
  return { status, reason, errorScreen: { playerErrorMessageRenderer: words } };
}

/** Whoever it does not trust. */
export const mistrusted = said("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot");

const refusals: Partial<Readonly<Record<PageFailure, Playability>>> = {
  removed: said("ERROR", unavailable, "This video has been removed by the uploader"),
  private: {
    ...said("LOGIN_REQUIRED", "Private video", "Sign in if you've been granted access to this video"),
    reason: "This video is private",
  },
  "login-required": said("LOGIN_REQUIRED", "Please sign in"),
  "age-restricted": said(
    "LOGIN_REQUIRED",
    "Sign in to confirm your age",
    "This video may be inappropriate for some users.",
  ),
  "geo-blocked": said(
    "UNPLAYABLE",
    unavailable,
    "The uploader has not made this video available in your country",
  ),
  paid: said("UNPLAYABLE", "Join this channel to get access to members-only content like this video."),
  "bot-check": mistrusted,
  "rate-limited": said("UNPLAYABLE", unavailable, "This content isn’t available, try again later."),
};

/** Undefined: it is played, as far as this goes. */
export const refusalOf = (failure: PageFailure): Playability | undefined => refusals[failure];
