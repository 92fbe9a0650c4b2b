import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import { readerOf } from "./reader.ts";
import ru from "./ru.ftl";
import { type CollectorsMove, play } from "./rules.ts";
import { collectorsSettings, type CollectorsSettings } from "./settings.ts";
import { type Collectors, nobody } from "./state.ts";

export const collectors = defineFeature<Collectors, CollectorsMove, CollectorsSettings>({
  initial: nobody,
  settings: collectorsSettings,
  onLine: ({ chatter, text }, settings) => {
    const sets = readerOf(settings)(text);
    return sets.length > 0 ? { move: "speak", by: chatter, sets } : undefined;
  },
  onAnswer: (answer) => ({ move: "hear", answer }),
  play,
  texts: { ru, en },
});
