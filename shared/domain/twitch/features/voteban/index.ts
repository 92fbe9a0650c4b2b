import { defineFeature } from "#domain/twitch/features/feature";
import en from "./en.ftl";
import { nameIn } from "./names.ts";
import { play, type VotebanMove, wakesAt } from "./rules.ts";
import ru from "./ru.ftl";
import { votebanSettings, type VotebanSettings } from "./settings.ts";
import { noVotes, type Votes } from "./state.ts";

export const voteban = defineFeature<Votes, VotebanMove, VotebanSettings>({
  initial: noVotes,
  settings: votebanSettings,
  commands: {
    voteban: {
      names: ["voteban", "вотбан"],
      for: "everyone",
      move: ({ by, rest }) => ({ move: "vote", by, name: nameIn(rest) }),
    },
  },
  onWake: { move: "wake" },
  onAnswer: (answer) => ({ move: "hear", answer }),
  wakesAt,
  play,
  texts: { ru, en },
});
