import { codeOf, rewardRefusalNames } from "#domain/admin/reward-refusals";
import { say } from "../words.ts";

const names = new Map<string, string>(rewardRefusalNames.map((name) => [codeOf(name), name]));

/** What a reward is refused by. */
export const refusals = [...names.keys()];

/** In the viewer's language, where it is a refusal that is known; otherwise in Twitch's own words. */
export function refusalOf(code: string | undefined, words: string): string {
  const name = names.get(code ?? "");
  return name === undefined ? words : say(`channel-refused-${name}`);
}
