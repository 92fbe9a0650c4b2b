import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bans, bansAsked, crowd, ends, openChannel, people, person, soaked, stateOf } from "./channel.ts";
import { askPostgres, until } from "./place.ts";

const redeemed = "channel.channel_points_custom_reward_redemption.add";
/** Chance is a setting: these leave none. */
const [surelyWon, surelyLost] = [
  { leastChancePercent: 100 },
  { chancePercent: 0, leastChancePercent: 0 },
] as const;

describe.concurrent("the beer challenge", () => {
  it("gives the points back to whoever writes no number, with words", async () => {
    const [ann, bob, carl, dora, eve] = people("ann", "bob", "carl", "dora", "eve");
    const chatters = [ann, bob, carl, dora, eve];
    const channel = await openChannel({ chatters });
    const ids = [
      await channel.redeem("beer", ann, ""),
      await channel.redeem("beer", bob, "5л"),
      await channel.redeem("beer", carl, "²"),
      await channel.redeem("beer", dora, "１０"),
      await channel.redeem("beer", eve, "🍺"),
    ];

    const seen = await channel.untilOver(/@eve, напиши просто число от 1 до 20/);
    expect(ids.map((id) => [stateOf(seen, id), seen.redemptions.get(id)])).toEqual(
      ids.map(() => ["CANCELED", "CANCELED"]),
    );
    expect(seen.lines.toSorted()).toEqual(
      chatters.map(({ login }) => expect.stringMatching(`@${login}, напиши просто число от 1 до 20`)),
    );
    expect(await bansAsked(channel)).toEqual([]);
  });

  it.each([
    ["3", /выпивает 3 литра .* 1 билет на «Очко»!$/, 1],
    ["10 пива", /опрокидывает 10 литров .* 2 билета на «Очко»!$/, 2],
    ["0015", /15 литров! .* 3 билета на «Очко»!$/, 3],
    ["99999999999999999999999", /20 литров! .* 5 билетов на «Очко»!$/, 5],
  ])("is met: %j brings tickets, and the points are spent", async (typed, words, tickets) => {
    const anya = { ...person("anya_cat"), name: "Аня_Котик" };
    const channel = await openChannel({ beer: surelyWon, chatters: [anya] });
    const id = await channel.redeem("beer", anya, typed);

    const seen = await channel.untilOver(words);
    expect(seen.lines).toEqual([expect.stringContaining("@anya_cat")]);
    expect(await channel.player(anya)).toMatchObject({ name: "Аня_Котик", wins: 0, losses: 0, tickets });
    expect(await ends(channel, id)).toEqual(["FULFILLED"]);
    expect(await bansAsked(channel)).toEqual([]);
  });

  it("is lost: a minute of sleep, and the points are spent", async () => {
    const ann = person("ann");
    const channel = await openChannel({ beer: surelyLost, chatters: [ann] });
    const id = await channel.redeem("beer", ann, "20");

    const seen = await channel.until(
      (now) => now.timeouts.length === 1 && stateOf(now, id) === "FULFILLED" && now.lines.length === 1,
    );
    expect(seen.lines).toEqual([expect.stringMatching(/@ann.*Отсыпайся 1 минуту!$/)]);
    const [timeout] = seen.timeouts;
    expect(timeout).toMatchObject({ user: { id: ann.id }, reason: "Испытание пивом" });
    expect(Number(timeout?.endsAt) - Number(timeout?.createdAt)).toBe(60_000);
    expect(await ends(channel, id)).toEqual(["FULFILLED"]);
    expect(await channel.player(ann)).toBeUndefined();
  });

  it("costs a moderator who loses the points, but no sleep", async () => {
    const [mod, friend] = [person("mod", "moderator"), person("friend")];
    const channel = await openChannel({
      beer: surelyLost,
      privileged: [friend.id],
      chatters: [mod, friend],
    });
    const ids = [await channel.redeem("beer", mod, "20"), await channel.redeem("beer", friend, "20")];

    const seen = await channel.until(
      (now) => now.lines.length === 2 && ids.every((id) => stateOf(now, id) === "FULFILLED"),
    );
    expect(seen.lines.filter((line) => line.endsWith("своих тут не укладывают: закуси и живи."))).toEqual(
      seen.lines,
    );
    expect(await bansAsked(channel)).toEqual([]);
  });

  it("at seven litres is met by some and lost by others, and what is told of it is so", async () => {
    const chatters = crowd(40);
    const channel = await openChannel({ chatters });
    const ids = await Promise.all(chatters.map((viewer) => channel.redeem("beer", viewer, "7")));

    const told = /@(viewer\d+).*(?:(Отсыпайся)|2 билета)/;
    const seen = await channel.until(
      (now) =>
        now.lines.length === ids.length &&
        ids.every((id) => now.redemptions.get(id) === "FULFILLED") &&
        now.timeouts.length === now.lines.filter((line) => told.exec(line)?.[2]).length,
    );
    const lines = seen.lines.map((line) => told.exec(line) ?? []);
    const losers = lines.flatMap(([, who = "", lost]) => (lost ? [who] : [])).toSorted();
    const winners = lines.flatMap(([, who = "", lost]) => (lost ? [] : [who])).toSorted();
    // Forty times the same, with even chances: once in 500 billion runs.
    expect([losers.length > 0, winners.length > 0]).toEqual([true, true]);
    expect([...losers, ...winners].toSorted()).toEqual(chatters.map(({ login }) => login).toSorted());
    expect(soaked(seen)).toEqual(losers);
    expect(await bans(channel)).toHaveLength(losers.length);

    const players = await Promise.all(chatters.map((viewer) => channel.player(viewer)));
    expect(players.flatMap((player) => (player ? [[player.login, player.tickets]] : [])).toSorted()).toEqual(
      winners.map((login) => [login, 2]),
    );
    const results = () =>
      askPostgres(
        "select ending, details from game_results where game = 'beer' and id = any($1)",
        ids.map((id) => `beer:${id}`),
      );
    const kept = await until(results, (rows) => rows.length === ids.length);
    expect(kept.filter(({ ending }) => ending === "won")).toHaveLength(winners.length);
    for (const { ending, details } of kept) {
      const { litres, chance, roll } = details as Readonly<Record<string, number>>;
      expect([litres, chance]).toEqual([7, 50]);
      expect(ending).toBe(Number(roll) <= 50 ? "won" : "lost");
    }
  });

  it("told three times is met once", async () => {
    const ann = person("ann");
    const channel = await openChannel({ beer: surelyWon, chatters: [ann] });
    const event = { id: randomUUID(), user_id: ann.id, user_input: "20", reward: { key: "beer" } };
    for (let time = 0; time < 3; time++) await channel.notify(redeemed, { event });

    await until(
      () => channel.counts(),
      ({ duplicate, outbox }) => duplicate === 2 && outbox === 0,
    );
    expect((await channel.look()).lines).toHaveLength(1);
    expect(await channel.player(ann)).toMatchObject({ tickets: 5 });
    expect(await ends(channel, event.id)).toEqual(["FULFILLED"]);
  });
});
