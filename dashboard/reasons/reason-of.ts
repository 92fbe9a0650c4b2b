import { textsOf } from "../language/texts.ts";
import en from "./texts/en.ftl";
import ru from "./texts/ru.ftl";

const say = textsOf({ en, ru });

/** Why something was given up by the forwarder or the downloader; a kind that nobody has words for as it is called. */
export function reasonOf(of: "forwarder" | "downloader", kind: string): string {
  const key = `reasons-${of}-${kind}`;
  const said = say(key);
  return said === key ? kind : said;
}
