import { featureName } from "../../../channels/names.ts";
import { language } from "../../../language/language.ts";
import { say } from "../words.ts";

/** A sentence of the API, which has it in both languages. */
export type Words = Readonly<Record<"ru" | "en", string>>;
export const inWords = (words: Words): string => words[language.value];

/** What can be chosen is a word of the settings' own, or a feature. */
export function valueName(value: string): string {
  const key = `channel-value-${value}`;
  const said = say(key);
  return said === key ? featureName(value) : said;
}
