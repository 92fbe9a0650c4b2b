import { textsOf } from "../../language/texts.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

export const say = textsOf({ en, ru });

/** In words where there are some; otherwise as it was called. */
export function inWords(key: string, called: string, args: Parameters<typeof say>[1] = {}): string {
  const said = say(key, args);
  return said === key ? called : said;
}
