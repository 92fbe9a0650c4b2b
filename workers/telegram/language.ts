import type { Language } from "#kernel/i18n";

/** Who has Telegram in one of these reads Russian more easily than English. */
const readRussian = new Set(["ru", "be", "uk", "kk", "ky", "tg", "uz", "hy", "az"]);

/** By Telegram's `language_code`, an IETF tag such as `ru` or `pt-br`; unknown where a client does not tell. */
export const languageOf = (code: string | undefined): Language =>
  readRussian.has(code?.split("-")[0]?.toLowerCase() ?? "") ? "ru" : "en";
