import { expect } from "vitest";
import { did, type Game, said } from "../aim.ts";
import { type Viewer, viewers } from "../house.ts";

const [ann, bob, carl] = viewers as [Viewer, Viewer, Viewer];
const mod: Viewer = { id: "7999", login: "mod_one", name: "Mod_One", roles: ["moderator"] };

/** What is over as soon as it begins: one line tells the outcome, and everything else is as it says. */
interface Deed extends Pick<Game, "name" | "settings" | "viewers" | "play"> {
  readonly told: RegExp;
  /** The name of whoever is to sit out. */
  readonly soaked: (line: string) => string | undefined;
  /** Won by whoever did it. */
  readonly tickets?: (line: string) => number;
}

const deed = ({ told, soaked, tickets = () => 0, play, ...common }: Deed): Game => ({
  ...common,
  answersTake: 150,
  phases: {
    asked: { about: [0, 0.05], since: did("asked") },
    told: { about: [0.05, 0.7], since: said(told) },
  },
  async play(evening) {
    evening.did("asked");
    await play(evening);
  },
  isOver: ({ lines }) => lines.length > 0,
  expectWhole({ channel }, seen) {
    const [line = "", ...more] = seen.lines;
    expect(line, `${channel}: one outcome`).toMatch(told);
    expect(more, `${channel}: and no other`).toEqual([]);
    const sittingOut = common.viewers.filter(({ name }) => name === soaked(line)).map(({ id }) => id);
    expect(seen.soaked, `${channel}: who sits out`).toEqual(sittingOut);
    const won = seen.players.reduce((sum, player) => sum + player.tickets, 0);
    expect(won, `${channel}: tickets`).toBe(tickets(line));
    expect(seen.ledger.filter(({ state }) => state !== "FULFILLED")).toEqual([]);
  },
});

const named = (words: RegExp) => (line: string) => words.exec(line)?.[1];
const drankTooMuch = /Отсыпайся/;

export const deeds: readonly Game[] = [
  deed({
    name: "beer",
    settings: { beer: { chancePercent: 60 } },
    viewers: [ann],
    async play(evening) {
      await evening.redeem("beer", ann, "5");
    },
    told: /5 литров/,
    soaked: (line) => (drankTooMuch.test(line) ? ann.name : undefined),
    tickets: (line) => (drankTooMuch.test(line) ? 0 : 1),
  }),
  deed({
    name: "butt",
    settings: {},
    viewers: [ann],
    async play(evening) {
      await evening.say(ann, "!жопа");
    },
    told: /🍑|🥾|🚀/u,
    soaked: (line) => (/пинок/i.test(line) ? ann.name : undefined),
  }),
  deed({
    name: "club",
    settings: {},
    viewers: [mod, ann, bob, carl],
    async play(evening) {
      await evening.say(mod, "!дрын");
    },
    told: /прилетает|собственным лбом/,
    soaked: named(/прилетает @(\w+)!/),
  }),
  deed({
    name: "collectors",
    settings: {},
    viewers: [ann, bob, carl],
    async play(evening) {
      await Promise.all([ann, bob, carl].map((viewer) => evening.say(viewer, "gnome")));
    },
    told: /водить выпало/,
    soaked: named(/водить выпало @(\w+)/),
  }),
];
