import { say } from "../words.ts";

/** What Taproom says of a reward that Twitch would not have so, and what that is for a person. */
const known: readonly (readonly [RegExp, string])[] = [
  [/another reward with this title/, "channel-refused-title"],
  [/has fifty rewards/, "channel-refused-fifty"],
  [/for affiliates and partners/, "channel-refused-affiliate"],
  [/has not signed in|sign in again/, "channel-refused-consent"],
  [/does not have this reward/, "channel-refused-gone"],
  [/has this reward already/, "channel-refused-there"],
  [/asked too often/, "channel-refused-often"],
  [/does not answer/, "channel-refused-silence"],
  [/The bot sleeps/, "channel-refused-asleep"],
  [/The bot is stopped/, "channel-refused-stopped"],
  [/feature is switched off/, "channel-refused-switched-off"],
];

/** In the viewer's language, where it is a refusal that is known; otherwise in Twitch's own words. */
export function refusalOf(words: string): string {
  const [, key] = known.find(([pattern]) => pattern.test(words)) ?? [];
  return key === undefined ? words : say(key);
}
