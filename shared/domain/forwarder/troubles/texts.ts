import type { Texts } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** What went wrong, in a few words: `forwarder-trouble-not_member`. */
export const troubleTexts: Texts = { ru, en };

export const troubleText = (kind: string): Text => text(`forwarder-trouble-${kind}`);
