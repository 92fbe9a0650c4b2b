import { expect } from "vitest";
import { did, type Evening, type Game, happened, said } from "../aim.ts";
import { until, type Viewer, viewers } from "../house.ts";
import { isBanCheck, isTimeout } from "../seen.ts";

const [target, ...others] = viewers as [Viewer, ...Viewer[]];
const voters = others.slice(0, 10);
const [tenth] = voters.slice(9) as [Viewer];
/** Longer than the longest wait of Twitch before it tells something again, and whoever was killed was deaf to what it told before. */
const patience = 90_000;

/** Nine vote, each of them twice, and when all nine are counted the tenth one does. */
export const voteban: Game = {
  name: "voteban",
  settings: {},
  viewers: [target, ...voters],
  answersTake: 100,
  phases: {
    sought: { about: [0.01, 0.1], since: did("voted") },
    begun: { about: [0.12, 0.4], since: said(/зовёт на голосование/) },
    "half way": { about: [0.5, 0.9], since: said(/Половина пути/) },
    nine: { about: [1.1, 1.39], since: did("counted nine") },
    tenth: { about: [1.4, 1.43], since: did("voted at last") },
    timeout: { about: [1.45, 1.6], since: happened(isBanCheck) },
    told: { about: [1.65, 2], since: said(/Народ решил/) },
  },

  async play(evening) {
    const vote = (voter: Viewer) => evening.say(voter, `!voteban ${target.login}`);
    for (const [n, voter] of voters.slice(0, 9).entries()) {
      await evening.at(n * 0.1);
      evening.did("voted");
      await Promise.all([vote(voter), vote(voter)]);
    }
    await until(
      () => votesIn(evening),
      (votes) => votes === 9,
      patience,
    );
    evening.did("counted nine");
    await evening.at(1.4);
    evening.did("voted at last");
    await vote(tenth);
  },

  isOver: ({ lines }) => lines.some((line) => line.includes("⚖️")),

  async expectWhole(evening, { lines, soaked }) {
    const { channel, deeds } = evening;
    expect(soaked, `${channel}: one timeout`).toEqual([target.id]);
    // Where nobody knew yet who was meant until enough had voted, the end is all there is to tell.
    const told = [/зовёт на голосование/, /Половина пути/, /за это 10 голосов из 10/].map(
      (words) => lines.filter((line) => words.test(line)).length,
    );
    expect(told, `${channel}: each news once`).toEqual([told[0] && 1, told[1] && 1, 1]);
    expect(lines, `${channel}: and no other`).toHaveLength(told.reduce((sum, count) => sum + count, 0));
    const last = deeds.find(({ path }) => path === "voted at last")?.at;
    const timeout = (await evening.calls()).find(isTimeout)?.at;
    expect(timeout, `${channel}: not before the tenth vote`).toBeGreaterThanOrEqual(last ?? Infinity);
  },
};

interface Features {
  readonly voteban: { readonly votes: readonly { readonly voters: readonly string[] }[] } | null;
}

async function votesIn({ house, channel }: Evening): Promise<number | undefined> {
  const features = await house.api<Features>(`/api/channels/${channel}/features`);
  return features.voteban?.votes[0]?.voters.length;
}
