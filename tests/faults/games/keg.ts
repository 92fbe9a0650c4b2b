import { expect } from "vitest";
import { type Game, happened, said } from "../aim.ts";
import { type Viewer, viewers } from "../house.ts";
import { isLookAround, isTimeout } from "../seen.ts";

const fuseSeconds = 6;
const [host, boar, hider, otherHider] = viewers as [Viewer, Viewer, Viewer, Viewer];

export const keg: Game = {
  name: "keg",
  settings: { keg: { fuseSeconds, victims: 50 } },
  viewers,
  answersTake: 80,
  phases: {
    opening: { about: [0.02, 0.16], since: happened(isLookAround) },
    opened: { about: [0.25, 0.5], since: said(/вскрывает кегу/) },
    "boars called": { about: [0.5, 2.1], since: said(/Кто смелый/) },
    "20 s left": { about: [2.3, 5.1], since: said(/Прибежало кабанчиков/) },
    "10 s left": { about: [5.3, 6.05], since: said(/и рванёт!/) },
    hide: { about: [6.1, 6.25], since: said(/ПРЯЧЬТЕСЬ/) },
    burst: { about: [6.25, 6.4], since: said(/Кегу не удержать/) },
    timeouts: { about: [6.5, 7.2], since: happened(isTimeout) },
    results: { about: [7.2, 7.9], since: said(/угощает/) },
    over: { about: [7.9, 9], since: said(/Помойка спасла/) },
  },

  async play(evening) {
    await evening.redeem("keg", host);
    await evening.redeem("boar", boar);
    await evening.redeem("trash", hider);
    await evening.at(fuseSeconds / 2);
    await evening.redeem("trash", otherHider);
  },

  isOver: ({ redemptions }) => redemptions.length === 4,

  expectWhole({ channel }, { ledger, soaked }) {
    expect(ledger.find(({ reward }) => reward === "keg")?.state, `${channel}: the keg`).toBe("FULFILLED");
    // A hider whose notification came only after the burst got the points back, and was in the open.
    const hidden = ledger
      .filter(({ reward, state }) => reward === "trash" && state === "FULFILLED")
      .map(({ viewerId }) => viewerId);
    const inTheOpen = viewers.map(({ id }) => id).filter((id) => !hidden.includes(id));
    expect(soaked.toSorted(), `${channel}: each victim once`).toEqual(inTheOpen.toSorted());
  },
};
