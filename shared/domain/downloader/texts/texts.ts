import { type Language, type Texts, type Translate, translator } from "#kernel/i18n";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** Everything the downloader bot says. */
export const downloaderTexts: Texts = { ru, en };

const known = new Map<Language, Translate>();

/** Speaks one language; made once for each. */
export function speaking(language: Language): Translate {
  const translate = known.get(language) ?? translator(language, [downloaderTexts]);
  known.set(language, translate);
  return translate;
}
