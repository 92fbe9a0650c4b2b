/** The language of the page; the bot's is a setting of the channel. */
import { computed, effect, signal } from "@preact/signals";
import { english } from "../texts/en.ts";
import { russian } from "../texts/ru.ts";
import type { Texts } from "../texts/texts.ts";

export type Language = "en" | "ru";

const tables: Readonly<Record<Language, Texts>> = { en: english, ru: russian };
const place = "taproom-playground-language";

export const language = signal<Language>(languageAtFirst());
export const texts = computed(() => tables[language.value]);

export function rememberLanguage(): void {
  effect(() => {
    globalThis.document.documentElement.lang = language.value;
    localStorage.setItem(place, language.value);
  });
}

function languageAtFirst(): Language {
  const before = localStorage.getItem(place);
  if (before === "en" || before === "ru") return before;
  return navigator.language.startsWith("ru") ? "ru" : "en";
}
