import { afterAll, beforeAll, expect, it } from "vitest";
import { Evening, type Game, wait, type Window } from "./aim.ts";
import { keg } from "./games/keg.ts";
import { deeds } from "./games/deeds.ts";
import { pause, sleep } from "./games/sleep.ts";
import { twentyOne, twentyOneInChat } from "./games/twenty-one.ts";
import { voteban } from "./games/voteban.ts";
import { House, until } from "./house.ts";
import { killRuntime } from "./kill.ts";
import { untilWhole } from "./seen.ts";

/** How many random instants each phase is killed at; CI takes fewer. */
const instants = Number(process.env["FAULT_INSTANTS"] ?? 20);
/** Only these, by name. */
const chosen = process.env["FAULT_GAMES"]?.split(",");
const games = [keg, twentyOne, twentyOneInChat, voteban, sleep, pause, ...deeds].filter(
  ({ name }) => chosen?.includes(name) ?? true,
);
/** They begin so that one kill finds all of them, each somewhere in the phase that is wanted. */
const channelsAtOnce = 100;
const killInSeconds = 10;
/** A busy machine is behind what a phase says of itself: what was missed is sought later and later. Seconds. */
const lag = 0.3;
const patience = 90_000;

interface Aim {
  readonly game: Game;
  readonly phase: string;
  killed: number;
}

const aims: readonly Aim[] = games.flatMap((game) =>
  Object.keys(game.phases).map((phase) => ({ game, phase, killed: 0 })),
);
/** Every channel in which anything was ever played: what is written to Postgres half a minute later is asked at the end. */
const played: string[] = [];
const wanted = () => aims.filter(({ killed }) => killed < instants);

let house: House;
beforeAll(async () => {
  house = await House.start();
}, 60_000);
afterAll(() => house.close());

it("loses nothing and doubles nothing, wherever in a game the runtime is killed", async () => {
  for (let round = 0; wanted().length > 0 && round < instants * 2 + 5; round++) {
    await playRound(round);
    process.stdout.write(`kill ${round + 1}: ${games.map(tally).join("; ")}\n`);
  }
  expect(wanted()).toEqual([]);
  for (const channel of played)
    await until(
      () => house.status(channel),
      ({ journal }) => journal === 0,
      patience,
    );
}, 7_200_000);

const tally = (game: Game) =>
  `${game.name}: ${aims
    .filter((aim) => aim.game === game)
    .map(({ phase, killed }) => `${phase} ${killed}`)
    .join(", ")}`;

/** One kill over many channels, aimed at the phases that are still wanted. */
async function playRound(round: number): Promise<void> {
  const targets = wanted();
  const evenings = Array.from({ length: channelsAtOnce }, (_, n) => {
    const { game, phase } = targets[n % targets.length] as Aim;
    const evening = new Evening(house, game, `${50_000 + round * 100 + n}`);
    const [from, to] = game.phases[phase]?.about ?? [0, 0];
    return { evening, begins: killInSeconds - within([from, to + round * lag]) };
  });
  await Promise.all(evenings.map(({ evening }) => evening.open()));
  // What is asked about no channel.
  await house.world("/faults", { service: "twitch", delayMs: 80 });
  const playing = evenings.map(async ({ evening, begins }) => {
    await wait(begins);
    await evening.play();
  });
  await wait(killInSeconds);
  const killedAt = Date.now();
  expect(killRuntime()).toBeGreaterThan(0);
  await Promise.all(playing);
  await house.forgetFaults();
  played.push(...evenings.map(({ evening }) => evening.channel));

  for (const { evening } of evenings) await expectWhole(evening, killedAt);
  await house.world("/reset", {});
}

const within = ([from, to]: Window) => from + Math.random() * (to - from);

async function expectWhole(evening: Evening, killedAt: number): Promise<void> {
  const { channel, game } = evening;
  const seen = await untilWhole(house, channel, game.isOver);
  // No moderator has ended any by hand.
  expect(seen.ends, `${channel}: each redemption`).toHaveLength(seen.ledger.length);
  await game.expectWhole(evening, seen);

  const found = evening.phaseAt(killedAt, await evening.calls());
  const aim = aims.find((one) => one.game === game && one.phase === found);
  if (aim) aim.killed += 1;
}
