import { expect, it } from "vitest";
import { after, seconds } from "#kernel/clock";
import { type Random, seeded } from "#kernel/random";
import { only } from "#domain/twitch/features/rehearsal";
import { Story } from "./rehearsal.ts";

const names = ["ann", "bob", "carl", "dora", "eve"];
const pick = <T>(random: Random, items: readonly T[]): T =>
  // The cast: there is always something to pick from.
  items[Math.floor(random() * items.length)] as T;

/** Somebody does something, or time passes: with the alarm on time, a little late, or after an outage. */
function something(table: Story, random: Random): void {
  const name = pick(random, names);
  const late = pick(random, [0, 0, 0, 1, 30, 200]);
  const does = pick<() => unknown>(random, [
    () => table.redeems(name),
    () => table.types(name),
    () => table.leaves(name),
    () => table.hits(name),
    () => table.hits(name),
    () => table.stands(name),
    () => table.wakes(),
    () => (table.now = after(table.now, seconds(random() * 20))),
    () => (table.now = after(table.now, seconds(random() * 20))),
    () => {
      if (table.wakesAt === undefined) return;
      table.now = after(table.wakesAt > table.now ? table.wakesAt : table.now, seconds(late));
      table.wakes();
    },
    () => (table.settings = { ...table.settings, mode: pick(random, ["auto", "live"] as const) }),
    () =>
      (table.settings = {
        ...table.settings,
        paceSeconds: pick(random, [1, 45, 300]),
        waitSeconds: pick(random, [1, 600]),
      }),
  ]);
  does();
}

/** What has to be true of every table at every moment. */
function check(table: Story): void {
  const seated = table.game?.seats.map(({ chatter }) => chatter.id as string) ?? [];
  const here = [...seated, ...table.queue];
  expect(new Set(here).size).toBe(here.length);
  // Whoever has paid is never forgotten: an alarm is due, or will be.
  expect(table.wakesAt === undefined).toBe(here.length === 0);
  for (const { tickets, wins, losses } of Object.values(table.scores))
    expect(Math.min(tickets, wins, losses)).toBeGreaterThanOrEqual(0);
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])("whatever happens, every stake ends once (%i)", (seed) => {
  const random = seeded(seed);
  const table = new Story({ cooldownSeconds: 0 });
  table.random = seeded(seed + 100);
  for (const name of names) table.has(name, { tickets: 50 });
  for (let n = 0; n < 1_500; n++) {
    something(table, random);
    check(table);
  }
  // Everybody plays, waits and goes home.
  for (let n = 0; n < 100 && table.wakesAt !== undefined; n++) {
    table.now = after(table.wakesAt > table.now ? table.wakesAt : table.now, seconds(0));
    table.wakes();
  }
  expect(table.wakesAt).toBeUndefined();

  const ends = only("resolve", table.everything).map(({ redemption }) => redemption);
  expect(ends.length).toBeGreaterThan(50);
  expect(new Set(ends).size).toBe(ends.length);
  expect(ends.length).toBe(table.redemptions);

  const results = only("record", table.everything).map(({ result }) => result);
  expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
  const won = results.filter(({ ending }) => ending === "win");
  const scores = Object.values(table.scores);
  const sum = (of: (score: (typeof scores)[number]) => number) =>
    scores.reduce((all, score) => all + of(score), 0);
  expect([sum(({ wins }) => wins), sum(({ losses }) => losses)]).toEqual([won.length, won.length]);
  const playedTickets = won
    .flatMap(({ details }) => details["players"] as { stake: { by: string } }[])
    .filter(({ stake }) => stake.by === "ticket").length;
  expect(sum(({ tickets }) => tickets)).toBe(names.length * 50 - playedTickets);
});
