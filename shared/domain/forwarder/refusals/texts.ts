import type { Texts } from "#kernel/i18n";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** Why a wish is not granted: `refused-exists`. */
export const refusalTexts: Texts = { ru, en };
