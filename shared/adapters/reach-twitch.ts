import type { Millis } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";

const doors = {
  twitch: "https://api.twitch.tv/helix/users",
  "twitch-id": "https://id.twitch.tv/oauth2/validate",
} as const;

/**
 * Asks Twitch for nothing but an answer, at both of its doors. It is asked without a token: that needs no account and
 * spends nobody's points, and 401 is an answer. Throws UpstreamError (Twitch is not well), SilenceError.
 */
export async function reachTwitch(wait: Millis): Promise<void> {
  await Promise.all([reach("twitch", wait), reach("twitch-id", wait)]);
}

async function reach(door: keyof typeof doors, wait: Millis): Promise<void> {
  const response = await fetch(doors[door], { signal: AbortSignal.timeout(wait) }).catch((cause: unknown) => {
    throw new SilenceError(door, cause);
  });
  // Not read: what it says to a stranger is always the same.
  await response.body?.cancel();
  if (response.status >= 500) throw new UpstreamError(door, response.status, "no answer for anybody");
}
