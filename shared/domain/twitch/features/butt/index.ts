import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import { type Butt, type ButtMove, play, ready } from "./rules.ts";
import ru from "./ru.ftl";
import { buttSettings, type ButtSettings } from "./settings.ts";

export const butt = defineFeature<Butt, ButtMove, ButtSettings>({
  initial: ready,
  settings: buttSettings,
  commands: {
    butt: { names: ["жопа", "butt"], for: "everyone", move: ({ by }) => ({ move: "roll", by }) },
  },
  onAnswer: (answer) => ({ move: "hear", answer }),
  play,
  texts: { ru, en },
});
