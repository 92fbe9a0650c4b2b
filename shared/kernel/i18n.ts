import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Text } from "./text.ts";

export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];

/** One feature's Fluent source in every language. */
export type Texts = Readonly<Record<Language, string>>;

export type Translate = (text: Text) => string;

/** Speaks one language. A key nobody wrote comes back as itself, so it is seen and not fatal. */
export function translator(language: Language, sources: readonly Texts[]): Translate {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const source of sources) bundle.addResource(new FluentResource(source[language]));

  const translate: Translate = ({ key, args = {} }) => {
    const message = bundle.getMessage(key);
    return message?.value ? bundle.formatPattern(message.value, spoken(args)) : key;
  };
  const spoken = (args: NonNullable<Text["args"]>) =>
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === "object" ? translate(value) : value,
      ]),
    );
  return translate;
}
