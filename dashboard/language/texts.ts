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
  return (key, args) => voiceOf(language.value)(args ? { key, args } : { key });
}
