/** What ranks are called, as players read it in chat. */
import { readFileSync } from "node:fs";
import { type Language, languages, translator } from "#kernel/i18n";
import { rankName, rankOf } from "#domain/twitch/rank";

const source = (language: Language) =>
  readFileSync(new URL(`../../shared/domain/twitch/features/ranks/${language}.ftl`, import.meta.url), "utf8");

const sources = { ru: source("ru"), en: source("en") };
const translators = { ru: translator("ru", [sources]), en: translator("en", [sources]) };

export const rankText = (wins: number, language: Language): string =>
  translators[language](rankName(rankOf(wins)));

export const isLanguage = (value: string | null): value is Language =>
  languages.some((each) => each === value);
