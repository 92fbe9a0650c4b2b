import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import ru from "./ru.ftl";
import { play, type SleepMove, wakesAt } from "./rules.ts";
import { sleepSettings, type SleepSettings } from "./settings.ts";
import { initial, type Sleep } from "./state.ts";

export const sleep = defineFeature<Sleep, SleepMove, SleepSettings>({
  initial,
  settings: sleepSettings,
  commands: {
    sleep: { names: ["ботзаткнись", "sleep"], for: "admins", move: () => ({ move: "sleep" }) },
    wake: { names: ["ботговори", "wake"], for: "admins", move: () => ({ move: "wake" }) },
  },
  onWake: { move: "look-at-the-clock" },
  wakesAt,
  play,
  texts: { ru, en },
});
