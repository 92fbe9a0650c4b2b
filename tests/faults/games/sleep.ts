import { expect } from "vitest";
import { did, type Evening, type Game, happened, said } from "../aim.ts";
import { type Call, until, type Viewer, viewers } from "../house.ts";
import { isEnding, isRewardChange } from "../seen.ts";

const [ann] = viewers as [Viewer];
/** Longer than the longest wait of Twitch before it tells something again, and whoever was killed was deaf to what it told before. */
const patience = 90_000;

/** An order holds from the moment in which Twitch was told that it has arrived. */
async function order(evening: Evening, words: string, awake: boolean): Promise<void> {
  const { house, channel } = evening;
  evening.did(words);
  const isHeard = await evening.say("broadcaster", words);
  const status = () => house.status(channel);
  const first = await until(status, () => true, patience);
  if (isHeard) expect(first.awake, `${channel}: after ${words}`).toBe(awake);
  await until(status, (seen) => seen.awake === awake, patience);
}

/** Sent to bed; a redemption meanwhile; got up, and up to mischief at once. */
export const sleep: Game = {
  name: "sleep",
  settings: {},
  viewers: [ann],
  answersTake: 100,
  phases: {
    ordered: { about: [0, 0.03], since: did("!sleep") },
    "good night": { about: [0.05, 0.35], since: said(/Ладно, молчу/) },
    refund: { about: [0.43, 0.85], since: happened(isEnding) },
    "got up": { about: [0.9, 0.93], since: did("!wake") },
    "good morning": { about: [0.95, 1.35], since: said(/Меня растолкали/) },
    awake: { about: [1.43, 1.7], since: said(/🍑|🥾|🚀/u) },
  },

  async play(evening) {
    await order(evening, "!sleep", false);
    await evening.at(0.4);
    const { id } = await evening.redeem("keg", ann);
    await until(
      () => evening.house.ledger(evening.channel),
      (ledger) => ledger.some((row) => row.id === id && row.state === "CANCELED"),
      patience,
    );
    await evening.at(0.9);
    await order(evening, "!wake", true);
    await evening.at(1.4);
    await evening.say(ann, "!жопа");
  },

  isOver: ({ lines }) => lines.length >= 3,

  expectWhole({ channel }, { lines }) {
    expect(lines, `${channel}: each notice once, the roulette after them`).toEqual([
      expect.stringContaining("Ладно, молчу"),
      expect.stringContaining("Меня растолкали"),
      expect.stringContaining(`@${ann.name}`),
    ]);
  },
};

const pausing = (paused: boolean) => (call: Call) =>
  isRewardChange(call) && (call.body as { is_paused?: boolean }).is_paused === paused;

/** The same where rewards are paused meanwhile; the broadcaster has paused one by hand. */
export const pause: Game = {
  name: "pause",
  settings: { sleep: { redemptions: "pause" } },
  viewers: [ann],
  answersTake: 100,
  phases: {
    ordered: { about: [0, 0.12], since: did("!sleep") },
    pausing: { about: [0.15, 0.55], since: happened(pausing(true)) },
    paused: { about: [0.8, 1.09], since: did("saw all paused") },
    "got up": { about: [1.1, 1.14], since: did("!wake") },
    resuming: { about: [1.15, 1.5], since: happened(pausing(false)) },
    resumed: { about: [1.75, 2], since: did("saw all resumed") },
  },
  prepare: ({ house, channel }) =>
    house.world("/twitch/rewards/trash", { isPaused: true, broadcasterId: channel }),

  async play(evening) {
    await order(evening, "!sleep", false);
    await until(
      () => rewards(evening),
      (all) => all.every(({ isPaused }) => isPaused),
      patience,
    );
    evening.did("saw all paused");
    await evening.at(1.1);
    await order(evening, "!wake", true);
    await until(
      () => rewards(evening),
      (all) => all.every(({ key, isPaused }) => isPaused === (key === "trash")),
      patience,
    );
    evening.did("saw all resumed");
  },

  isOver: ({ lines }) => lines.length >= 2,

  async expectWhole(evening, { lines }) {
    expect(lines, `${evening.channel}: each notice once`).toEqual([
      expect.stringContaining("Ладно, молчу"),
      expect.stringContaining("Меня растолкали"),
    ]);
    const paused = (await rewards(evening)).filter(({ isPaused }) => isPaused).map(({ key }) => key);
    expect(paused, `${evening.channel}: paused by hand`).toEqual(["trash"]);
  },
};

const rewards = ({ house, channel }: Evening) => house.rewards(channel);
