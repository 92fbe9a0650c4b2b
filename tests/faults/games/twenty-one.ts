import { expect } from "vitest";
import { did, type Evening, type Game, happened, said } from "../aim.ts";
import { until, type Viewer, viewers } from "../house.ts";
import { isTimeout, type Seen } from "../seen.ts";

const [ann, bob, carl, dora, eve] = viewers as [Viewer, Viewer, Viewer, Viewer, Viewer];
/** So many has everybody who plays for tickets. */
const tickets = 3;
const result = /Банк срывает|Ничья!/;

const withTickets =
  (...players: readonly Viewer[]) =>
  ({ house, channel }: Evening) =>
    house.importPlayers(
      channel,
      players.map((one) => ({ ...one, wins: 0, losses: 0, tickets })),
    );

/** A pair plays at once, another has to wait for its turn, and the fifth waits in vain. */
export const twentyOne: Game = {
  name: "21",
  settings: { "twenty-one": { paceSeconds: 2, cooldownSeconds: 0, waitSeconds: 1 } },
  viewers: [ann, bob, carl, dora, eve],
  answersTake: 200,
  phases: {
    queued: { about: [0.1, 0.78], since: said(/тасует колоду/) },
    dealt: { about: [0.8, 0.83], since: did("bob came") },
    "result said": { about: [0.84, 1.02], since: said(result) },
    "timeout done": { about: [1.06, 1.45], since: happened(isTimeout) },
    "pair waits": { about: [1.6, 2.6], since: did("dora came") },
    "next result": { about: [2.85, 3.2], since: said(result, 2) },
    alone: { about: [3.4, 5], since: did("eve came") },
  },
  prepare: withTickets(bob, carl, eve),

  async play(evening) {
    await evening.redeem("twenty-one", ann);
    await evening.at(0.8);
    evening.did("bob came");
    await evening.say(bob, "!очко");
    await evening.at(1.5);
    await evening.say(carl, "!очко");
    evening.did("dora came");
    await evening.redeem("twenty-one", dora);
    await evening.at(3.3);
    evening.did("eve came");
    await evening.say(eve, "!21");
  },

  isOver: (seen) => gone(seen).length >= 5,
  expectWhole: expectFairPlay,
};

/** Two play in chat: whoever's turn it is takes a card at first, and then has enough. */
export const twentyOneInChat: Game = {
  name: "21 in chat",
  settings: {
    "twenty-one": { mode: "live", turnSeconds: 2, paceSeconds: 1, cooldownSeconds: 0, waitSeconds: 1 },
  },
  viewers: [ann, bob],
  answersTake: 200,
  phases: {
    "first turn": { about: [0.4, 0.9], since: said(/, ходи: /) },
    "card drawn": { about: [0.95, 1.5], since: said(/тянет карту/) },
    "second turn": { about: [1.55, 2.1], since: said(/, теперь ты, /) },
    "result said": { about: [2.13, 2.3], since: said(result) },
    "timeout done": { about: [2.34, 2.7], since: happened(isTimeout) },
  },
  prepare: withTickets(bob),

  async play(evening) {
    await evening.redeem("twenty-one", ann);
    await evening.at(0.3);
    await evening.say(bob, "!21");
    for (const [n, words] of ["!ещё", "!хватит", "!stand"].entries()) {
      await evening.at(0.9 + n * 0.6);
      await Promise.all([ann, bob].map((player) => evening.say(player, words).catch(silenced)));
    }
  },

  isOver: (seen) => gone(seen).length >= 2,
  expectWhole: expectFairPlay,
};

/** The game was over sooner than thought, and whoever lost it cannot write any more. */
function silenced(error: Error): void {
  if (!error.message.includes("is timed out")) throw error;
}

interface Pair {
  readonly players: readonly string[];
  /** undefined: a draw. */
  readonly winner: string | undefined;
}

/** All games, as they were told. */
const pairs = ({ lines }: Seen): Pair[] =>
  lines.flatMap((line) => {
    const [, one, other, winner] =
      /^🃏 @(\w+): .* · @(\w+): .*\. (?:Банк срывает @(\w+)!|Ничья!)/.exec(line) ?? [];
    return one !== undefined && other !== undefined ? { players: [one, other], winner } : [];
  });

/** Who was told that nobody came to play with them. */
const sentHome = ({ lines }: Seen): string[] =>
  lines.flatMap((line) => /^@(\w+), соперника так и не нашлось/.exec(line)?.[1] ?? []);

const gone = (seen: Seen) => [...pairs(seen).flatMap(({ players }) => players), ...sentHome(seen)];

/** Everybody has played once or was sent home once; stakes, scores and timeouts are as it was told in chat. */
async function expectFairPlay({ house, channel, game }: Evening, seen: Seen): Promise<void> {
  const decided = pairs(seen).filter(({ winner }) => winner !== undefined);
  const won = decided.flatMap(({ winner }) => winner ?? []);
  const spent = decided.flatMap(({ players }) => players);
  const lost = spent.filter((name) => !won.includes(name));

  const all = game.viewers.map(({ name }) => name);
  expect(gone(seen).toSorted(), `${channel}: each of them once`).toEqual(all.toSorted());

  const ends = seen.ledger.map(({ viewerId, state }) => [viewerId, state]);
  const paid = game.viewers.filter(({ id }) => seen.ledger.some(({ viewerId }) => viewerId === id));
  expect(ends.toSorted(), `${channel}: points`).toEqual(
    paid.map(({ id, name }) => [id, spent.includes(name) ? "FULFILLED" : "CANCELED"]).toSorted(),
  );

  const scores = game.viewers.map(({ id, name }) => [name, scoreOf(seen, id)]);
  const fair = game.viewers.map((viewer) => [
    viewer.name,
    {
      wins: won.includes(viewer.name) ? 1 : 0,
      losses: lost.includes(viewer.name) ? 1 : 0,
      tickets: paid.includes(viewer) ? 0 : tickets - (spent.includes(viewer.name) ? 1 : 0),
    },
  ]);
  expect(scores, `${channel}: scores`).toEqual(fair);

  const losers = game.viewers.filter(({ name }) => lost.includes(name)).map(({ id }) => id);
  expect(seen.soaked.toSorted(), `${channel}: each loser once`).toEqual(losers.toSorted());

  const results = await until(
    () => house.postgres(resultsOf, channel),
    ({ length }) => length >= pairs(seen).length,
    30_000,
  );
  const winners = pairs(seen).map(
    ({ winner }) => game.viewers.find(({ name }) => name === winner)?.id ?? null,
  );
  expect(results.map(({ winner }) => winner).toSorted(), `${channel}: results`).toEqual(winners.toSorted());
}

const resultsOf = "select details->>'winner' as winner from game_results where channel_id = $1";

function scoreOf({ players }: Seen, id: string) {
  const { wins = 0, losses = 0, tickets: left = 0 } = players.find((player) => player.id === id) ?? {};
  return { wins, losses, tickets: left };
}
