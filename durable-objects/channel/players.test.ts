import { expect, it } from "vitest";
import type { Chatter } from "#domain/twitch/chatter";
import { people, person } from "#domain/twitch/features/rehearsal";
import { memoryInTests } from "./memory-in-tests.ts";
import { PlayerBook } from "./players.ts";

const [ann, bob, eve] = people("ann", "bob", "eve") as [Chatter, Chatter, Chatter];
const book = () => new PlayerBook(memoryInTests());
const twice = { dryRun: false };

it("begins with nothing", () => {
  expect(book().scoreOf(ann.id)).toEqual({ wins: 0, losses: 0, tickets: 0 });
  expect(book().top(3)).toEqual([]);
});

it("adds up, and never lets tickets fall below zero", () => {
  const players = book();
  players.add({ do: "score", player: ann, wins: 1, tickets: 2 });
  players.add({ do: "score", player: ann, losses: 1, tickets: -5 });
  expect(players.scoreOf(ann.id)).toEqual({ wins: 1, losses: 1, tickets: 0 });
});

it("puts the most wins first, of equals who lost less, then the older account", () => {
  const players = book();
  const [old, young] = [person("9"), person("10")];
  players.add({ do: "score", player: young, wins: 3, losses: 1 });
  players.add({ do: "score", player: old, wins: 3, losses: 1 });
  players.add({ do: "score", player: eve, wins: 3 });
  players.add({ do: "score", player: bob, wins: 4, losses: 9 });
  players.add({ do: "score", player: ann, losses: 2 });
  expect(players.top(10).map(({ chatter }) => chatter.login)).toEqual(["bob", "eve", "9", "10"]);
});

it("knows somebody under the name they wear now", () => {
  const players = book();
  players.add({ do: "score", player: ann, wins: 1 });
  const renamed = { ...ann, login: "anna", name: "Анна" };
  expect([players.rename(renamed), players.rename(renamed), players.rename(bob)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(players.find(ann.id)?.chatter).toEqual(renamed);
});

it("finds people by how their login or name begins, and takes no sign for a wildcard", () => {
  const players = book();
  players.add({ do: "score", player: { ...ann, login: "ann_lee", name: "Ann_Lee" }, wins: 1 });
  players.add({ do: "score", player: bob });
  const found = (beginning: string) =>
    players.search({ beginning, limit: 10 }).map(({ chatter }) => chatter.id);
  expect(found("ANN_")).toEqual(["ann"]);
  expect(found("")).toEqual(["ann", "bob"]);
  expect([found("a%"), found("_nn")]).toEqual([[], []]);
});

it("tells the places of those who have won, part by part", () => {
  const players = book();
  for (const [login, wins] of Object.entries({ a: 5, b: 7, c: 5, d: 0 }))
    players.add({ do: "score", player: person(login), wins });
  const part = (after?: { readonly wins: number; readonly losses: number; readonly id: string }) =>
    players
      .search({ beginning: "", limit: 2, ...(after && { after }) })
      .map(({ chatter, place }) => [chatter.id, place]);
  expect(part()).toEqual([
    ["b", 1],
    ["a", 2],
  ]);
  expect(part({ wins: 5, losses: 0, id: "a" })).toEqual([
    ["c", 3],
    ["d", undefined],
  ]);
  expect(players.search({ beginning: "c", limit: 1 })[0]?.place).toBe(3);
  expect(["b", "c", "d"].map((id) => players.placed(person(id).id)?.place)).toEqual([1, 3, undefined]);
});

it("has a score as a person has corrected it, and nobody new", () => {
  const players = book();
  players.add({ do: "score", player: ann, wins: 1, tickets: 2 });
  expect(players.correct(ann.id, { tickets: 9 })?.score).toEqual({ wins: 1, losses: 0, tickets: 9 });
  expect(players.correct(bob.id, { tickets: 9 })).toBeUndefined();
});

it("takes the same score over once, and of a newer one only what is new", () => {
  const players = book();
  players.add({ do: "score", player: ann, wins: 1, tickets: 1 });
  const old = { wins: 10, losses: 5, tickets: 3 };
  expect(players.import(ann, old, twice)?.score).toEqual({ wins: 11, losses: 5, tickets: 4 });
  expect(players.import(ann, old, twice)).toBeUndefined();
  players.add({ do: "score", player: ann, tickets: -4 });
  const newer = { wins: 12, losses: 5, tickets: 2 };
  expect(players.import(ann, newer, twice)?.score).toEqual({ wins: 13, losses: 5, tickets: 0 });
});

it("changes nothing when it is only asked what an import would do", () => {
  const players = book();
  expect(players.import(ann, { wins: 1, losses: 0, tickets: 0 }, { dryRun: true })?.score.wins).toBe(1);
  expect(players.size()).toBe(0);
});
