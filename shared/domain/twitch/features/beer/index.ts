import { defineFeature } from "#domain/twitch/features/feature";
import type { Redemption } from "#domain/twitch/redemption";
import en from "./en.ftl";
import ru from "./ru.ftl";
import { nothing, type Nothing, play } from "./rules.ts";
import { beerSettings, type BeerSettings } from "./settings.ts";

export const beer = defineFeature<Nothing, Redemption, BeerSettings>({
  initial: nothing,
  settings: beerSettings,
  rewards: {
    beer: {
      design: {
        title: "Испытание пивом",
        prompt:
          "Сколько литров осилишь, от 1 до 20? Чем больше, тем труднее — и тем больше билетов на игру в очко.",
        cost: 1_000,
        asksForText: true,
      },
      move: (redemption) => redemption,
    },
  },
  play,
  texts: { ru, en },
});
