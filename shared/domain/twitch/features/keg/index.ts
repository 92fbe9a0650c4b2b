import { defineFeature } from "#domain/twitch/features/feature";
import art from "./art.ftl";
import en from "./en.ftl";
import { guest, type KegMove, play, wakesAt } from "./rules.ts";
import ru from "./ru.ftl";
import { kegSettings, type KegSettings } from "./settings.ts";
import { closed, type Keg } from "./state.ts";

export const keg = defineFeature<Keg, KegMove, KegSettings>({
  initial: closed,
  settings: kegSettings,
  rewards: {
    keg: {
      design: {
        title: "Вскрыть пивную кегу",
        prompt: "Через минуту рванёт. Спасут только кабанчики — или помойка.",
        cost: 5_000,
      },
      move: (redemption) => ({ move: "open", by: guest(redemption) }),
    },
    boar: {
      design: {
        title: "Прибежать кабанчиком на пиво",
        prompt: "Наберётся стадо — у чата есть шанс остаться сухим.",
        cost: 500,
      },
      move: (redemption) => ({ move: "run", by: guest(redemption) }),
    },
    trash: {
      design: {
        title: "Спрятаться в помойке",
        prompt: "Пока кега горит, помойка спасает наверняка.",
        cost: 2_000,
      },
      move: (redemption) => ({ move: "hide", by: guest(redemption) }),
    },
  },
  onWake: { move: "wake" },
  onAnswer: (answer) => ({ move: "hear", answer }),
  wakesAt,
  play,
  texts: { ru: `${art}\n${ru}`, en: `${art}\n${en}` },
});
