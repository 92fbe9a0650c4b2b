import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import ru from "./ru.ftl";
import { play, type Ranks, type RanksMove, unasked } from "./rules.ts";
import { ranksSettings, type RanksSettings } from "./settings.ts";

export const ranks = defineFeature<Ranks, RanksMove, RanksSettings>({
  initial: unasked,
  settings: ranksSettings,
  commands: {
    me: { names: ["я", "me"], for: "everyone", move: ({ by }) => ({ move: "me", by }) },
    top: { names: ["топ", "top"], for: "everyone", move: () => ({ move: "top" }) },
  },
  onAnswer: (answer) => ({ move: "hear", answer }),
  play,
  texts: { ru, en },
});
