import { type Language, type Texts, type Translate, translator } from "#kernel/i18n";
import { alarmTexts } from "../alarms/alarm.ts";
import { filterTexts } from "../filters/texts.ts";
import { refusalTexts } from "../refusals/texts.ts";
import { troubleTexts } from "../troubles/texts.ts";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** Everything the forwarder's panel says. */
export const forwarderTexts: Texts = { ru, en };

const known = new Map<Language, Translate>();

/** Speaks one language, of troubles, refusals and filters too; made once for each. */
export function speaking(language: Language): Translate {
  const translate =
    known.get(language) ??
    translator(language, [forwarderTexts, troubleTexts, refusalTexts, filterTexts, alarmTexts]);
  known.set(language, translate);
  return translate;
}
