import { expect, it } from "vitest";
import { instant } from "#kernel/clock";
import type { ChatterId, RedemptionId } from "#kernel/ids";
import { collectorsSettings } from "#domain/twitch/features/collectors/settings";
import { kegSettings } from "#domain/twitch/features/keg/settings";
import { sleepSettings } from "#domain/twitch/features/sleep/settings";
import { votebanSettings } from "#domain/twitch/features/voteban/settings";
import type { Collectors } from "#domain/twitch/features/collectors/state";
import type { TwentyOne } from "#domain/twitch/features/twenty-one/state";
import { twentyOneSettings } from "#domain/twitch/features/twenty-one/settings";
import type { Sleep } from "#domain/twitch/features/sleep/state";
import type { Votes } from "#domain/twitch/features/voteban/state";
import { readDeadLetters, readLog, readPlayers, readRoom, readSettings, readStatus } from "./read-room.ts";

const person = (id: string) => ({ id: id as ChatterId, login: `login${id}`, name: `Имя${id}` });
const guest = (id: string) => ({
  chatter: person(id),
  stake: { by: "reward", redemption: `r${id}` as RedemptionId } as const,
  cameAt: instant(1),
});

// Typed as the features keep them: who changes a state there hears of it here.
const table: TwentyOne = {
  phase: "playing",
  queue: [{ ...guest("3"), stake: { by: "ticket", line: "l" } }],
  nextGameAt: instant(45),
  readyAt: instant(0),
  quietUntil: { already: instant(0), ticketless: instant(0) },
  game: {
    seed: 7,
    beganAt: instant(0),
    settings: twentyOneSettings.parse({}),
    seats: [
      { ...guest("1"), hand: ["K♠", "A♥"] },
      { ...guest("2"), hand: ["A♠", "A♦"] },
    ],
  },
  turn: 1,
  turnEndsAt: instant(20),
};
const votes: Votes = {
  votes: [
    { phase: "sought", names: ["somebody"], voters: [person("1").id], endsAt: instant(300) },
    {
      phase: "running",
      target: person("4"),
      names: ["login4"],
      voters: [person("1").id, person("2").id],
      endsAt: instant(301),
    },
  ],
  misses: [],
};
const collectors: Collectors = {
  collectors: [
    { phase: "gathering", set: "gnome", people: [person("1")], lastAt: instant(5) },
    { phase: "drawing", set: "cat", drawn: person("2"), others: [person("1")], lastAt: instant(6) },
  ],
  readyAt: {},
};
const sleep: Sleep = { order: { is: "asleep", until: instant(9) }, awake: false, lookedAt: instant(1) };

it("shows who plays, who waits and what they have in hand", () => {
  expect(readRoom({ "twenty-one": table }).table).toEqual({
    queue: [{ user: person("3"), stake: "ticket", cameAt: 1 }],
    nextGameAt: 45,
    game: {
      seats: [
        { user: person("1"), hand: ["K♠", "A♥"], total: 15 },
        { user: person("2"), hand: ["A♠", "A♦"], total: 21 },
      ],
      turn: 1,
      turnEndsAt: 20,
    },
  });
});

it("shows votes, collectors and the order to sleep", () => {
  const room = readRoom({ voteban: votes, sleep, collectors });
  expect(room.votes).toEqual([
    { target: "somebody", voters: 1, endsAt: 300 },
    { target: "Имя4", voters: 2, endsAt: 301 },
  ]);
  expect(room.collectors).toEqual([
    { set: "gnome", people: [person("1")], drawn: null, lastAt: 5 },
    { set: "cat", people: [person("1"), person("2")], drawn: person("2"), lastAt: 6 },
  ]);
  expect(room.order).toEqual({ is: "asleep", until: 9 });
});

const nothing = { table: { queue: [], nextGameAt: 0, game: null }, votes: [], collectors: [], order: null };

it.each([
  null,
  [],
  {},
  { "twenty-one": null, voteban: null, sleep: null, collectors: null },
  { "twenty-one": { queue: [{ chatter: "ann" }] }, voteban: { votes: 3 }, sleep: { order: "bed" } },
  { "twenty-one": { phase: "playing", queue: 1, game: { seats: [{}] } }, collectors: { collectors: [7] } },
])("leaves out what it does not understand: %j", (features) => {
  expect(readRoom(features)).toEqual(nothing);
});

it("shows who waits even where the game is of an unknown kind", () => {
  const { queue, game } = readRoom({
    "twenty-one": { ...table, game: { seats: [{ hand: ["joker"] }] } },
  }).table;
  expect([queue.length, game]).toEqual([1, null]);
});

it("shows the players and entries it understands", () => {
  const ann = { ...person("1"), wins: 3, losses: 1, tickets: 2 };
  expect(readPlayers({ items: [ann, { id: 5 }] })).toEqual([ann]);
  expect(readPlayers({ error: "no" })).toEqual([]);
  const said = { at: "1970-01-01T00:00:00.001Z", level: "info", event: "chat.said", facts: { text: "hi" } };
  const items = [said, { at: "noon" }, { ...said, level: "fatal" }];
  expect(readLog({ items })).toEqual([{ ...said, at: 1 }]);
});

it("shows the settings it understands", () => {
  const known = {
    language: "ru",
    keg: { fuseSeconds: 60, boarsNeeded: 20, timeoutSeconds: 600 },
    commands: { me: ["я"] },
    "twenty-one": { mode: "live" },
  };
  expect(readSettings({ ...known, sleep: { schedule: "always" }, collectors: 3 })).toEqual(known);
  expect(readSettings({ ...known, commands: { me: "я" } }).commands).toBeUndefined();
});

it("understands the settings that features have by themselves", () => {
  const read = readSettings({
    language: "ru",
    keg: kegSettings.parse({}),
    sleep: sleepSettings.parse({}),
    "twenty-one": twentyOneSettings.parse({}),
    voteban: votebanSettings.parse({}),
    collectors: collectorsSettings.parse({}),
  });
  expect(read).toMatchObject({
    keg: { fuseSeconds: 60 },
    sleep: { timeZone: "Europe/Moscow" },
    "twenty-one": { mode: "auto" },
    voteban: { votesNeeded: 10 },
    collectors: { sets: [{ name: "gnome" }, { name: "applecatpanik" }] },
  });
});

it("shows what was given up, whatever it was", () => {
  const letter = {
    key: "k",
    at: "1970-01-01T00:00:00.001Z",
    why: "refused",
    what: { effect: { do: "say" } },
  };
  expect(readDeadLetters({ items: [letter, "k"] })).toEqual([{ ...letter, at: 1 }]);
});

it("takes a status without a standing for that of a channel nobody has set up", () => {
  const status = { awake: false, failing: ["twitch"], outbox: 2, deadLetters: 1 };
  expect(readStatus(status)).toEqual({ ...status, standing: null, journal: 0, ledger: 0, players: 0 });
  expect(readStatus("busy")).toBeNull();
});
