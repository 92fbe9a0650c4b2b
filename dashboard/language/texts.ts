import { type Language, type Texts, translator } from "#kernel/i18n";
import type { Text } from "#kernel/text";
import { language } from "./language.ts";

export type Say = (key: string, args?: Text["args"]) => string;

/** Speaks the texts of one folder: `const say = textsOf({ en, ru })`. A component that says something is drawn anew in another language. */
export function textsOf(texts: Texts): Say {
  const voices = new Map<Language, ReturnType<typeof translator>>();
  const voiceOf = (name: Language) => {
    const known = voices.get(name) ?? translator(name, [texts]);
    voices.set(name, known);
    return known;
  };
  return (key, args) => voiceOf(language.value)(args ? { key, args: apart(args) } : { key });
}

const turns = /[\p{Bidi_Control}\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A name that turns the direction of writing turns its own, not that of the sentence it stands in. */
const apart = (args: NonNullable<Text["args"]>): NonNullable<Text["args"]> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === "string" && turns.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  );
