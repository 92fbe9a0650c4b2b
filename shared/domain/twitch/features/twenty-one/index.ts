import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import ru from "./ru.ftl";
import { owed, play, type TwentyOneMove, wakesAt } from "./rules.ts";
import { twentyOneSettings, type TwentyOneSettings } from "./settings.ts";
import { nobody, type TwentyOne } from "./state.ts";

export const twentyOne = defineFeature<TwentyOne, TwentyOneMove, TwentyOneSettings>({
  initial: nobody,
  settings: twentyOneSettings,
  rewards: {
    "twenty-one": {
      design: {
        title: "Очко",
        prompt: "Карты на двоих: кто ближе к 21, тому победа, а проигравший немного помолчит.",
        cost: 1_000,
      },
      move: ({ id, viewer }) => ({ move: "enter", by: viewer, stake: { by: "reward", redemption: id } }),
      onEnded: ({ id }) => ({ move: "withdraw", redemption: id }),
    },
  },
  commands: {
    "twenty-one": {
      names: ["очко", "21"],
      for: "everyone",
      move: ({ line, by }) => ({ move: "enter", by, stake: { by: "ticket", line } }),
    },
    leave: { names: ["пас", "leave"], for: "everyone", move: ({ by }) => ({ move: "leave", by }) },
    hit: { names: ["ещё", "еще", "hit"], for: "everyone", move: ({ by }) => ({ move: "hit", by }) },
    stand: { names: ["хватит", "stand"], for: "everyone", move: ({ by }) => ({ move: "stand", by }) },
  },
  onWake: { move: "wake" },
  wakesAt,
  play,
  owed,
  texts: { ru, en },
});
