import { refusalTexts } from "#domain/forwarder/refusals/texts";
import type { Problem } from "../../api/problem.ts";
import type { Said } from "../../api/words.ts";
import { textsOf } from "../../language/texts.ts";
import { say } from "./words.ts";

const refused = textsOf(refusalTexts);

/** A refusal of the forwarder's in the words that its bot has for it. */
export const saidOfRefusal = ({ code, args }: Problem): Said =>
  code === "settings"
    ? { words: say("forwarder-unusable-settings"), detail: String(args?.["problem"]) }
    : { words: refused(`refused-${code}`, args) };
