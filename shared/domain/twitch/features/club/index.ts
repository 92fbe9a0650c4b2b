import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import { type Club, type ClubMove, play, resting } from "./rules.ts";
import ru from "./ru.ftl";
import { clubSettings, type ClubSettings } from "./settings.ts";

export const club = defineFeature<Club, ClubMove, ClubSettings>({
  initial: resting,
  settings: clubSettings,
  commands: {
    club: { names: ["дрын", "club"], for: "privileged", move: ({ by }) => ({ move: "swing", by }) },
  },
  onAnswer: (answer) => ({ move: "hear", answer }),
  play,
  texts: { ru, en },
});
