import type { Texts } from "#kernel/i18n";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** The filters' names, `filter-keywords`, and why they discard a post. */
export const filterTexts: Texts = { ru, en };
