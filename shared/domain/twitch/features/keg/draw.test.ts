import { expect, it } from "vitest";
import type { ChatterId } from "#kernel/ids";
import { seeded } from "#kernel/random";
import type { Chatter } from "#domain/twitch/chatter";
import { draw } from "./draw.ts";

const person = (name: string): Chatter => ({ id: name as ChatterId, login: name, name });
const chatters = ["ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal", "ivy"].map(person);

it("hits everybody who may be hit equally often", () => {
  const random = seeded(42);
  const draws = 9_000;
  const hits = new Map<string, number>();
  for (let n = 0; n < draws; n++)
    for (const { id } of draw(random, chatters, new Set(["ivy"]), 2).victims)
      hits.set(id, (hits.get(id) ?? 0) + 1);

  const [share, people] = [2 / 8, 8];
  expect(hits.size).toBe(people);
  // Four standard deviations for each of the eight.
  const tolerance = 4 * Math.sqrt(draws * share * (1 - share));
  for (const count of hits.values()) expect(Math.abs(count - draws * share)).toBeLessThan(tolerance);
});

it("replaces whoever hid, so that the keg hits no fewer people", () => {
  const hidden = new Set(["ann", "bob", "cid"]);
  const { victims, saved, substitutes } = draw(seeded(3), chatters, hidden, 6);
  expect(victims).toHaveLength(6);
  expect(victims.filter(({ id }) => hidden.has(id))).toEqual([]);
  expect(saved.every(({ id }) => hidden.has(id))).toBe(true);
  expect(substitutes).toEqual([]);
});

it("hits whoever there is when there are fewer than it wants", () => {
  const { victims } = draw(seeded(3), chatters, new Set(), 50);
  expect(victims.map(({ id }) => id).toSorted()).toEqual(chatters.map(({ id }) => id));
});
