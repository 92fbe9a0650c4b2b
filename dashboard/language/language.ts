/** The language of the page; the bots' are settings of their own. */
import { effect, signal } from "@preact/signals";
import { type Language, languages } from "#kernel/i18n";

const place = "taproom-language";

export const language = signal<Language>(languageAtFirst());

export function rememberLanguage(): void {
  effect(() => {
    globalThis.document.documentElement.lang = language.value;
    localStorage.setItem(place, language.value);
  });
}

function languageAtFirst(): Language {
  const before = localStorage.getItem(place);
  return languages.find((known) => known === before) ?? (navigator.language.startsWith("ru") ? "ru" : "en");
}
