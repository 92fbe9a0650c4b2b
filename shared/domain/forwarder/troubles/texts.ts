import type { Texts } from "#kernel/i18n";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** What went wrong, in a few words: `forwarder-trouble-not_member`. */
export const troubleTexts: Texts = { ru, en };
