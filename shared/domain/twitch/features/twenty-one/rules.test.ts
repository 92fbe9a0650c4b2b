import { describe, expect, it } from "vitest";
import type { RedemptionId } from "#kernel/ids";
import { minutes, seconds } from "#kernel/clock";
import type { Chatter } from "#domain/twitch/chatter";
import { only, person } from "#domain/twitch/features/rehearsal";
import { playOut } from "./auto.ts";
import type { Hand } from "./cards.ts";
import type { Game } from "./game.ts";
import { dealt, seedWhere, Story } from "./rehearsal.ts";
import { twentyOneSettings, type TwentyOneSettings } from "./settings.ts";
import { nameOf, type Stake } from "./stake.ts";
import { compare } from "./verdict.ts";

const settings = twentyOneSettings.parse({});
const story = (...how: ConstructorParameters<typeof Story>) => new Story(...how);
const ticket = { tickets: 1 };

const winnerOf = (game: Game) => {
  const { seats } = playOut(game);
  const verdict = compare(seats[0].hand, seats[1].hand);
  return verdict === 0 ? undefined : seats[verdict > 0 ? 0 : 1].chatter.id;
};
const annWins = seedWhere((game) => winnerOf(game) === "ann", settings);
const draw = seedWhere((game) => winnerOf(game) === undefined, settings);

/** A game has begun this second, so that the next one waits for its pace. */
const justPlayed = (changes?: Partial<TwentyOneSettings>) => story(changes).redeems("x").redeems("y").at(0.5);

describe("coming to the table", () => {
  it("by reward: the first is told to wait, and keeps the points in play", () => {
    const table = story().redeems("ann");
    expect([table.said, table.resolved, table.queue]).toEqual([["twenty-one-waiting"], {}, ["ann"]]);
    expect(table.heard()).toEqual(["🃏 @ann тасует колоду. Кто рискнёт сесть напротив?"]);
  });

  it("by command: takes the ticket in the same move", () => {
    const table = story().has("ann", { tickets: 3 }).types("ann");
    expect(table.effects).toContainEqual({ do: "score", player: person("ann"), tickets: -1 });
    expect([table.queue, table.said]).toEqual([["ann"], ["twenty-one-waiting"]]);
  });

  it("by command: hears nobody else for the window, and is silent then", () => {
    const table = story().has("ann", ticket).has("bob", ticket).types("ann").at(44).types("bob");
    expect([table.effects, table.queue, table.scores["bob"]?.tickets]).toEqual([[], ["ann"], 1]);
    expect(table.at(45).types("bob").scores["bob"]?.tickets).toBe(0);
  });

  it("by command: the window is a setting", () => {
    const table = story({ cooldownSeconds: 0 }).has("ann", ticket).has("bob", ticket).types("ann");
    expect(table.types("bob").said).toEqual(["twenty-one-won"]);
  });

  it("by reward: no window stands in the way", () => {
    const table = story().has("ann", ticket).types("ann").redeems("bob");
    expect(table.said).toEqual(["twenty-one-won"]);
  });

  it("without a ticket: points at the beer challenge, and burns nobody's window", () => {
    const table = story().has("bob", ticket).types("ann");
    expect([table.said, table.queue, table.scores["ann"]]).toEqual([
      ["twenty-one-ticketless"],
      [],
      undefined,
    ]);
    expect(table.heard()[0]).toContain("испытании пивом");
    expect(table.types("bob").queue).toEqual(["bob"]);
  });

  it("without a ticket: is answered once in ten seconds, whoever asks", () => {
    const table = story().types("ann").at(9).types("bob");
    expect(table.effects).toEqual([]);
    const before = table.state;
    expect(table.types("ann").state).toBe(before);
    expect(table.at(10).types("bob").said).toEqual(["twenty-one-ticketless"]);
  });

  it("twice by reward: gives the points back", () => {
    const table = story().redeems("ann").redeems("ann");
    expect([table.said, table.resolved, table.queue]).toEqual([
      ["twenty-one-already"],
      { r2: "CANCELED" },
      ["ann"],
    ]);
    expect(table.redeems("ann").effects).toHaveLength(1);
    expect(table.resolved).toEqual({ r3: "CANCELED" });
  });

  it("twice by command: keeps the ticket, and says so", () => {
    const table = story().has("ann", { tickets: 2 }).types("ann").at(46).types("ann");
    expect([table.said, table.queue, table.scores["ann"]?.tickets]).toEqual([
      ["twenty-one-already"],
      ["ann"],
      1,
    ]);
  });

  it("twice by command after a reward: is told so, and may be told nothing of the window", () => {
    const table = story().has("ann", ticket).redeems("ann").types("ann");
    expect([table.said, table.scores["ann"]?.tickets]).toEqual([["twenty-one-already"], 1]);
    expect(table.has("bob", ticket).types("bob").said).toEqual(["twenty-one-won"]);
  });

  it("twice by reward after a ticket: gives the points back", () => {
    const table = story().has("ann", ticket).types("ann").redeems("ann");
    expect([table.said, table.resolved, table.scores["ann"]?.tickets]).toEqual([
      ["twenty-one-already"],
      { r2: "CANCELED" },
      0,
    ]);
  });

  it("is told by the login when the name is written in other letters", () => {
    const table = story();
    table.does({
      move: "enter",
      by: { ...person("anna"), name: "Анна" },
      stake: { by: "ticket", line: "l1" },
    });
    expect(table.heard()[0]).toMatch(/^@anna, /);
  });

  it("works for somebody who has just played", () => {
    const table = story().redeems("ann").redeems("bob").redeems("ann");
    expect([table.said, table.queue]).toEqual([["twenty-one-waiting"], ["ann"]]);
  });
});

describe("the pace", () => {
  it("lets the first pair play at once", () => {
    const table = story().redeems("ann").redeems("bob");
    expect([table.said, table.queue, table.wakesAt]).toEqual([["twenty-one-won"], [], undefined]);
  });

  it("lets the next pair play at once when 45 seconds are over", () => {
    const table = justPlayed().at(44.9).redeems("ann").at(45).redeems("bob");
    expect(table.said).toEqual(["twenty-one-won"]);
  });

  it("lets the next pair wait for the tick otherwise, in silence", () => {
    const table = justPlayed().redeems("ann").at(44.9).redeems("bob");
    expect([table.effects, table.wakesAtSecond]).toEqual([[], 45]);
    expect(table.at(44.95).wakes().effects).toEqual([]);
    expect(table.at(45).wakes().said).toEqual(["twenty-one-won"]);
    expect(table.wakes().effects).toEqual([]);
  });

  it("plays one game for each tick, first come first served, and tells those who are left", () => {
    const table = justPlayed();
    for (const name of ["a", "b", "c", "d", "e", "f", "g"]) table.redeems(name);
    const heard: [number, string[], string[]][] = [];
    for (let at = table.wakesAtSecond; at !== undefined && at < 500; at = table.wakesAtSecond)
      heard.push([at, table.at(at).wakes().said, table.queue]);
    expect(heard).toEqual([
      [45, ["twenty-one-won", "twenty-one-queue"], ["c", "d", "e", "f", "g"]],
      [90, ["twenty-one-won", "twenty-one-queue"], ["e", "f", "g"]],
      [135, ["twenty-one-won", "twenty-one-next"], ["g"]],
    ]);
  });

  it.each([
    [2, "В очереди ещё 2 игрока. Следующая раздача через 45 секунд."],
    [5, "В очереди ещё 5 игроков. Следующая раздача через 45 секунд."],
    [11, "В очереди ещё 11 игроков. Следующая раздача через 45 секунд."],
    [21, "В очереди ещё 21 игрок. Следующая раздача через 45 секунд."],
    [22, "В очереди ещё 22 игрока. Следующая раздача через 45 секунд."],
  ])("says how many are left: %i", (left, words) => {
    const table = justPlayed();
    for (let n = 0; n < left + 2; n++) table.redeems(`viewer${n}`);
    expect(table.at(45).wakes().heard()[1]).toBe(`🪑 ${words}`);
  });

  it.each([
    [1, "1 секунду"],
    [2, "2 секунды"],
    [11, "11 секунд"],
    [61, "61 секунду"],
  ])("says how long they wait: %i s", (paceSeconds, words) => {
    const table = justPlayed({ paceSeconds });
    for (const name of ["a", "b", "c", "d", "e"]) table.redeems(name);
    expect(table.until(paceSeconds).heard().join(" ")).toContain(`раздача через ${words}.`);
  });

  it("tells one who is left that the next game is his", () => {
    const table = justPlayed().redeems("ann").redeems("bob").redeems("carl").at(45).wakes();
    expect(table.heard()[1]).toBe("@carl, твоя игра следующая, ждём соперника.");
    expect(table.at(90).redeems("dora").said).toEqual(["twenty-one-won"]);
  });

  it("holds what was told when the setting changes before the next game", () => {
    const table = justPlayed().redeems("ann").redeems("bob");
    table.settings = { ...settings, paceSeconds: 10 };
    expect(table.wakesAtSecond).toBe(45);
    table.until(45).redeems("carl").redeems("dora");
    expect(table.wakesAtSecond).toBe(55);
  });

  it("does not pile games up after a pause", () => {
    const table = justPlayed();
    for (const name of ["a", "b", "c", "d", "e", "f"]) table.redeems(name);
    expect(table.at(45 + 119).wakes().said).toEqual(["twenty-one-won", "twenty-one-queue"]);
    expect(table.wakesAtSecond).toBe(45 + 119 + 45);
  });

  it("gives everybody's stake back when the bot was away for more than two minutes", () => {
    const table = justPlayed().has("c", ticket).redeems("a").redeems("b").types("c");
    table.at(45 + 121).wakes();
    expect([table.said, table.resolved, table.scores["c"]?.tickets]).toEqual([
      ["twenty-one-overslept"],
      { r3: "CANCELED", r4: "CANCELED" },
      1,
    ]);
    expect([table.queue, table.wakesAt]).toEqual([[], undefined]);
    expect(table.redeems("a").redeems("b").said).toEqual(["twenty-one-won"]);
  });

  it("lets time take its due before whoever is faster than the alarm", () => {
    const table = justPlayed().redeems("ann").redeems("bob").at(45).redeems("carl");
    expect([table.said, table.queue]).toEqual([["twenty-one-won", "twenty-one-waiting"], ["carl"]]);
  });
});

describe("waiting alone", () => {
  it("ends after ten minutes, and the points come back", () => {
    const table = story().redeems("ann");
    expect(table.wakesAtSecond).toBe(600);
    expect(table.at(599).wakes().effects).toEqual([]);
    table.at(600).wakes();
    expect([table.said, table.resolved, table.queue]).toEqual([
      ["twenty-one-expired"],
      { r1: "CANCELED" },
      [],
    ]);
    expect(table.heard()).toEqual(["@ann, соперника так и не нашлось. Баллы возвращаю."]);
    expect(table.wakes().effects).toEqual([]);
  });

  it("ends with the ticket, where it began with a ticket", () => {
    const table = story({ waitSeconds: 30 }).has("ann", ticket).types("ann").until(30);
    expect([table.scores["ann"]?.tickets, table.heard()]).toEqual([
      1,
      ["@ann, соперника так и не нашлось. Билет возвращаю."],
    ]);
    expect(table.resolved).toEqual({});
  });

  it("ends with a ticket that can be played again at once", () => {
    const table = story({ waitSeconds: 50 }).has("ann", ticket).types("ann").at(50).types("ann");
    expect([table.said, table.queue, table.scores["ann"]?.tickets]).toEqual([
      ["twenty-one-expired", "twenty-one-waiting"],
      ["ann"],
      0,
    ]);
  });

  it("ends in the same words after a long outage", () => {
    expect(story().redeems("ann").at(7_200).wakes().said).toEqual(["twenty-one-expired"]);
  });

  it("counts for the last one of a queue from when the table could be his", () => {
    const table = justPlayed().redeems("a").redeems("b").redeems("carl").until(45);
    expect([table.queue, table.wakesAtSecond]).toEqual([["carl"], 90 + 600]);
  });

  it("does not end for those who have their game coming", () => {
    const table = justPlayed({ waitSeconds: 5 })
      .redeems("a")
      .redeems("b")
      .redeems("c")
      .redeems("d")
      .until(45);
    expect(table.everything.filter((effect) => effect.do === "resolve" && effect.as === "CANCELED")).toEqual(
      [],
    );
    expect(table.queue).toEqual(["c", "d"]);
  });

  it("may be left by command, and the points come back", () => {
    const table = story().redeems("ann").leaves("ann");
    expect([table.said, table.resolved, table.queue, table.wakesAt]).toEqual([
      ["twenty-one-gone"],
      { r1: "CANCELED" },
      [],
      undefined,
    ]);
    expect(table.heard()).toEqual(["@ann встаёт из-за стола. Баллы возвращаю."]);
  });

  it("may be left by command, and the ticket comes back", () => {
    const table = story().has("ann", ticket).types("ann").leaves("ann");
    expect([table.scores["ann"]?.tickets, table.heard("en")]).toEqual([
      1,
      ["@ann leaves the table. The ticket goes back."],
    ]);
  });
});

describe("leaving", () => {
  it("says nothing to somebody who is not in the queue", () => {
    const table = story().redeems("ann");
    const before = table.state;
    expect([table.leaves("bob").effects, table.state]).toEqual([[], before]);
    expect(table.state).toBe(before);
  });

  it("works once", () => {
    expect(story().redeems("ann").leaves("ann").leaves("ann").effects).toEqual([]);
  });

  it("works from the middle of the queue, and the others keep their places", () => {
    const table = justPlayed().redeems("a").redeems("b").redeems("c").leaves("b");
    expect([table.queue, table.resolved]).toEqual([["a", "c"], { r4: "CANCELED" }]);
    expect(table.until(45).result?.details["players"]).toHaveLength(2);
  });
});

describe("a game in auto mode", () => {
  it("shows both hands in one line, and who wins", () => {
    const table = story().deals(annWins).redeems("ann").redeems("bob");
    const hand = String.raw`(?:(?:\d+|[ВДКТ])[♠♥♦♣] ){2,}= \d+(?:, перебор|, золотое очко)?`;
    expect(table.heard()).toEqual([
      expect.stringMatching(
        new RegExp(`^🃏 @(ann|bob): ${hand} · @(ann|bob): ${hand}\\. Банк срывает @ann!$`),
      ),
    ]);
  });

  it("counts for both in one move, spends both stakes, and the loser sits out", () => {
    const table = story().deals(annWins).redeems("ann").redeems("bob");
    expect(only("score", table.effects)).toEqual([
      { do: "score", player: person("ann"), wins: 1 },
      { do: "score", player: person("bob"), losses: 1 },
    ]);
    expect(table.resolved).toEqual({ r1: "FULFILLED", r2: "FULFILLED" });
    expect(only("time-out", table.effects)).toMatchObject([
      { chatter: person("bob"), lasts: seconds(15), reason: { key: "twenty-one-reason" } },
    ]);
  });

  it("spends a ticket against points", () => {
    const table = story().has("ann", ticket).deals(annWins).types("ann").redeems("bob");
    expect([table.scores["ann"], table.scores["bob"], table.resolved]).toEqual([
      { wins: 1, losses: 0, tickets: 0 },
      { wins: 0, losses: 1, tickets: 0 },
      { r2: "FULFILLED" },
    ]);
  });

  it.each(["moderators", "privileged", "admins"] as const)("does not send %s out", (role) => {
    const table = story({}, { [role]: new Set(["bob"]) })
      .deals(annWins)
      .redeems("ann")
      .redeems("bob");
    expect([table.timedOut, table.scores["bob"]?.losses, table.said]).toEqual([[], 1, ["twenty-one-won"]]);
  });

  it("ends in a draw: no statistics, nobody sits out, both stakes come back", () => {
    const table = story().has("ann", ticket).deals(draw).types("ann").redeems("bob");
    expect([table.said, table.resolved, table.timedOut]).toEqual([
      ["twenty-one-draw"],
      { r2: "CANCELED" },
      [],
    ]);
    expect([table.scores["ann"], table.scores["bob"]]).toEqual([
      { wins: 0, losses: 0, tickets: 1 },
      undefined,
    ]);
    expect(table.heard()[0]).toMatch(/ = (\d+).* = \1.*Ничья! Ставки возвращаю обоим\.$/);
  });

  it("is kept for good, with the seed that deals it again", () => {
    const table = story().has("ann", ticket).deals(annWins).types("ann").at(7).redeems("bob");
    expect(table.result).toMatchObject({
      game: "twenty-one",
      startedAt: table.now,
      endedAt: table.now,
      ending: "win",
      details: { seed: annWins, mode: "auto", standOn: 17, winner: "ann" },
    });
    // The one cast: what a result remembers is the game's own.
    const players = table.result?.details["players"] as { chatter: Chatter; stake: Stake; hand: Hand }[];
    expect(Object.fromEntries(players.map(({ chatter, stake }) => [chatter.id, stake]))).toEqual({
      ann: { by: "ticket", line: "l1" },
      bob: { by: "reward", redemption: "r2" },
    });
    expect(table.result?.id).toBe(`twenty-one:${players.map(({ stake }) => nameOf(stake)).join(":")}`);
    expect(table.result?.host).toEqual(players[0]?.chatter);
    expect(players.map(({ hand }) => hand)).toEqual(
      playOut(dealt(annWins, settings)).seats.map(({ hand }) => hand),
    );
  });

  it("is kept as a draw, which nobody won", () => {
    const table = story().deals(draw).redeems("ann").redeems("bob");
    expect(table.result).toMatchObject({ ending: "draw", details: { winner: null } });
  });

  it("congratulates on a rank, when there is a new one", () => {
    const table = story().has("ann", { wins: 9 }).deals(annWins).redeems("ann").redeems("bob");
    expect(table.said).toEqual(["twenty-one-won", "twenty-one-promoted"]);
    expect(only("say", table.effects)[1]?.text.args).toEqual({
      player: "@ann",
      rank: { key: "ranks-name-10" },
    });
  });

  it.each([0, 8, 10, 100, 500, 900])("does not congratulate whoever had %i wins before", (wins) => {
    const table = story().has("ann", { wins }).deals(annWins).redeems("ann").redeems("bob");
    expect(table.said).toEqual(["twenty-one-won"]);
  });

  it("follows its settings", () => {
    const table = story({ timeoutSeconds: 60, standOn: 12 }).redeems("ann").redeems("bob");
    const [out] = only("time-out", table.effects);
    expect(out?.lasts ?? minutes(1)).toBe(minutes(1));
    expect(table.result?.details["standOn"]).toBe(12);
  });
});

it("has nothing to be woken for while nobody is there", () => {
  expect([story().wakesAt, story().wakes().effects]).toEqual([undefined, []]);
});

const withdraw = (id: string) => ({ move: "withdraw", redemption: id as RedemptionId }) as const;

describe("a redemption that a moderator ends at Twitch", () => {
  it("takes its viewer out of the queue, and nothing is given back twice", () => {
    const alone = story().redeems("ann").does(withdraw("r1"));
    expect([alone.queue, alone.effects]).toEqual([[], []]);
    expect(alone.redeems("bob").said).toEqual(["twenty-one-waiting"]);
  });

  it("changes nothing for anybody else", () => {
    const waiting = story().redeems("ann");
    const before = waiting.state;
    expect(waiting.does(withdraw("r2")).state).toBe(before);
  });
});
