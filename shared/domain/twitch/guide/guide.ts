import { type Language, type Translate, translator } from "#kernel/i18n";
import { features } from "#domain/twitch/features/index";
import { rankName, rankOf } from "#domain/twitch/rank";
import en from "./en.ftl";
import ru from "./ru.ftl";

/** The same in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** Made when somebody asks: every start of a Worker would pay for it. */
let speakers: Readonly<Record<Language, Translate>> | undefined;

function speaker(language: Language): Translate {
  speakers ??= {
    ru: translator("ru", [{ ru, en }, features.ranks.texts]),
    en: translator("en", [{ ru, en }, features.ranks.texts]),
  };
  return speakers[language];
}

const inBoth = (text: Parameters<Translate>[0]): Words => ({
  ru: speaker("ru")(text),
  en: speaker("en")(text),
});

const words = (...names: readonly string[]) => inBoth({ key: names.join("-") });

/** What a setting means: `["keg", "fuseSeconds"]`. */
export const settingGuide = (path: readonly string[]): Words => words("setting", ...path);
/** What a feature, or another section of the settings, is. */
export const sectionGuide = (section: string): Words => words("section", section);
/** What a command does. */
export const commandGuide = (command: string): Words => words("command", command);
/** What a reward does for whoever redeems it. */
export const rewardGuide = (reward: string): Words => words("reward", reward);
/** What the rank of somebody with so many wins is called. */
export const rankGuide = (wins: number): Words => inBoth(rankName(rankOf(wins)));

/** The guide's source: the registry's test compares it with what there is. */
export const guideTexts = { ru, en } satisfies Words;
