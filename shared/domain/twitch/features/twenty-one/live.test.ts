import { describe, expect, it } from "vitest";
import { seconds } from "#kernel/clock";
import { only } from "#domain/twitch/features/rehearsal";
import { isGolden, total } from "./cards.ts";
import { type Game, hit } from "./game.ts";
import { seedWhere, Story } from "./rehearsal.ts";
import { twentyOneSettings } from "./settings.ts";

const settings = twentyOneSettings.parse({ mode: "live" });

const points = ({ seats }: Game) => seats.map(({ hand }) => total(hand)) as [number, number];
const plays = (game: Game, first: string) => game.seats[0].chatter.id === first;
const seed = (isSo: (one: number, other: number) => boolean, first = "ann") =>
  seedWhere((game) => plays(game, first) && isSo(...points(game)), settings);

/** ann plays first, and neither has much in hand. */
const small = seed((one, other) => one < 10 && other < 10);

const live = (dealt = small, changes = {}) =>
  new Story({ ...settings, ...changes }).deals(dealt).redeems("ann").redeems("bob");

describe("a game in live mode", () => {
  it("shows both hands and asks the first for a card, by name", () => {
    const table = live();
    expect([table.said, table.game?.seats.map(({ hand }) => hand.length)]).toEqual([
      ["twenty-one-live"],
      [2, 2],
    ]);
    expect(table.heard()[0]).toMatch(
      /^🃏 @ann: \S+ \S+ = \d · @bob: \S+ \S+ = \d\. @ann, ходи: !ещё или !хватит\? На раздумье 20 секунд\.$/,
    );
    expect([table.resolved, table.scores]).toEqual([{}, {}]);
  });

  it("is begun by whom the lot says", () => {
    const table = live(seed((one, other) => one < 10 && other < 10, "bob"));
    expect(table.heard()[0]).toContain("@bob, ходи");
    expect(table.hits("ann").effects).toEqual([]);
    expect(table.hits("bob").game?.seats[0].hand).toHaveLength(3);
  });

  it("deals a card for !hit, and gives the time anew", () => {
    const table = live().at(15).hits("ann");
    expect([table.game?.seats[0].hand.length, table.wakesAtSecond]).toEqual([3, 35]);
    expect(table.heard()[0]).toMatch(/^@ann тянет карту: .* !ещё или !хватит\? На раздумье 20 секунд\.$/);
  });

  it("passes the turn on with !stand, and ends with the second one's", () => {
    const table = live().stands("ann");
    expect(table.heard()[0]).toMatch(/^@ann больше не берёт: .*\. @bob, теперь ты, на руках .*: !ещё или/);
    table.stands("bob");
    expect(["twenty-one-won", "twenty-one-draw"]).toContain(table.said[0]);
    expect([table.state.phase, Object.keys(table.resolved)]).toEqual(["free", ["r1", "r2"]]);
  });

  it("is decided like any other: scores, stakes, the loser sits out", () => {
    const table = live(seed((one, other) => one > other && one < 21))
      .stands("ann")
      .stands("bob");
    expect([table.scores["ann"]?.wins, table.scores["bob"]?.losses, table.timedOut]).toEqual([1, 1, ["bob"]]);
    expect(table.result).toMatchObject({
      ending: "win",
      details: { mode: "live", winner: "ann" },
    });
  });

  it("gives everything back in a draw", () => {
    const table = live(seed((one, other) => one === other && one < 21))
      .stands("ann")
      .stands("bob");
    expect([table.said, table.resolved, table.scores, table.timedOut]).toEqual([
      ["twenty-one-draw"],
      { r1: "CANCELED", r2: "CANCELED" },
      {},
      [],
    ]);
  });

  it("lets silence stand, on either side", () => {
    const table = live();
    expect(table.at(19.9).wakes().effects).toEqual([]);
    table.at(20).wakes();
    expect(table.heard()[0]).toMatch(/^@ann молчит, значит, хватит: /);
    expect([table.said, table.wakesAtSecond]).toEqual([["twenty-one-live"], 40]);
    table.at(40).wakes();
    expect([table.state.phase, table.wakesAt]).toEqual(["free", undefined]);
  });

  it("does not hear whose time is over, even when no alarm has rung", () => {
    const table = live().at(20).hits("ann");
    expect([table.game?.seats[0].hand.length, table.state]).toMatchObject([2, { turn: 1 }]);
    expect(table.heard()).toHaveLength(1);
    expect(table.at(41).stands("bob").state.phase).toBe("free");
  });

  it("hears nobody but whose turn it is", () => {
    const table = live();
    const before = table.state;
    for (const name of ["bob", "carl"]) {
      expect([table.hits(name).effects, table.stands(name).effects]).toEqual([[], []]);
      expect(table.state).toBe(before);
    }
    expect(table.leaves("ann").effects).toEqual([]);
  });

  it("ends a turn by itself with 21", () => {
    const luckyCard = seedWhere((game) => plays(game, "ann") && points(hit(game, 0))[0] === 21, settings);
    const table = live(luckyCard).hits("ann");
    expect(table.state).toMatchObject({ phase: "playing", turn: 1 });
    expect(table.heard()[0]).toMatch(/^@ann тянет карту: .* = 21\. @bob, теперь ты/);
  });

  it("is lost at once by whoever plays first and takes too much", () => {
    const badCard = seedWhere((game) => plays(game, "ann") && points(hit(game, 0))[0] > 21, settings);
    const table = live(badCard).hits("ann");
    expect([table.said, table.state.phase, table.timedOut]).toEqual([["twenty-one-won"], "free", ["ann"]]);
    expect(table.heard()[0]).toMatch(/@ann: .*, перебор · @bob: \S+ \S+ = .* Банк срывает @bob!$/);
  });

  it("ends with the card that takes the second to 21 or more", () => {
    const table = live().stands("ann");
    for (let cards = 0; table.state.phase === "playing" && cards < 9; cards++) table.hits("bob");
    expect(table.result?.details["players"]).toMatchObject([
      {},
      { total: expect.toSatisfy((n: number) => n >= 21) },
    ]);
    expect(table.hits("bob").effects).toEqual([]);
  });

  it("passes over whoever has 21 from the beginning, and over the golden pair", () => {
    for (const isDone of [
      (game: Game) => points(game)[0] === 21 && !isGolden(game.seats[0].hand),
      (game: Game) => isGolden(game.seats[0].hand),
    ]) {
      const table = live(
        seedWhere((game) => plays(game, "ann") && isDone(game) && points(game)[1] < 21, settings),
      );
      expect(table.state).toMatchObject({ phase: "playing", turn: 1 });
      expect(table.heard()[0]).toContain("@bob, теперь ты");
    }
    const atOnce = live(seed((one, other) => one < 21 && other === 21)).stands("ann");
    expect([atOnce.state.phase, atOnce.timedOut]).toEqual(["free", ["ann"]]);
  });

  it("is over at once when both have 21 from the beginning", () => {
    const table = live(seed((one, other) => one === 21 && other === 21));
    expect([table.said, table.state.phase]).toEqual([["twenty-one-draw"], "free"]);
  });

  it("runs by the settings it was begun with", () => {
    const table = live(seed((one, other) => one > other && one < 21));
    table.settings = { ...settings, mode: "auto", turnSeconds: 5, timeoutSeconds: 99 };
    table.stands("ann");
    expect(table.wakesAtSecond).toBe(20);
    table.stands("bob");
    expect(only("time-out", table.effects)[0]?.lasts).toBe(seconds(15));
    expect(table.result?.details["mode"]).toBe("live");
    expect(table.at(45).redeems("ann").redeems("bob").state.phase).toBe("free");
  });

  it("drops a question that could not be asked in time", () => {
    const table = live();
    expect(only("say", table.effects)[0]?.staleAt).toBe(table.wakesAt);
  });

  it.each([
    [1, "1 секунда"],
    [3, "3 секунды"],
    [11, "11 секунд"],
    [21, "21 секунда"],
  ])("tells the time to think: %i s", (turnSeconds, words) => {
    expect(live(small, { turnSeconds }).heard()[0]).toContain(`На раздумье ${words}.`);
  });
});

describe("while a live game runs", () => {
  it("the next pair waits for its end, and for the pace", () => {
    const table = live().redeems("carl").redeems("dora");
    expect([table.queue, table.wakesAtSecond]).toEqual([["carl", "dora"], 20]);
    table.stands("ann").stands("bob");
    expect([table.queue, table.wakesAtSecond]).toEqual([["carl", "dora"], 45]);
    expect(
      table
        .until(45)
        .game?.seats.map(({ chatter }) => chatter.id)
        .toSorted(),
    ).toEqual(["carl", "dora"]);
  });

  it("the next pair plays right after it, when it took longer than the pace", () => {
    const table = live().redeems("carl").redeems("dora").at(19).hits("ann").at(38).stands("ann");
    table.at(57).stands("bob");
    expect([table.state.phase, table.queue, table.wakesAtSecond]).toEqual(["free", ["carl", "dora"], 57]);
    expect(table.wakes().game?.beganAt).toBe(table.now);
  });

  it("those who are left hear that the table has to be free first", () => {
    const table = live().stands("ann").stands("bob");
    for (const name of ["a", "b", "c", "d"]) table.redeems(name);
    expect(table.at(45).wakes().heard()[1]).toBe(
      "🪑 В очереди ещё 2 игрока. Раздам, как только освободится стол.",
    );
  });

  it("its players cannot come to the table again", () => {
    const table = live().has("ann", { tickets: 1 }).redeems("bob");
    expect([table.said, table.resolved]).toEqual([["twenty-one-already"], { r3: "CANCELED" }]);
    expect(table.at(11).types("ann").said).toEqual(["twenty-one-already"]);
    expect(table.scores["ann"]?.tickets).toBe(1);
  });

  it("a lone waiter is told to wait, may leave, and does not expire", () => {
    const table = live(small, { waitSeconds: 10 }).redeems("carl");
    expect([table.said, table.wakesAtSecond]).toEqual([["twenty-one-waiting"], 20]);
    expect(table.until(39).queue).toEqual(["carl"]);
    expect(table.leaves("carl").resolved).toEqual({ r3: "CANCELED" });
  });
});

describe("a bot that was away during a live game", () => {
  it("for a moment: silence has stood, once, and the next has the full time", () => {
    const table = live()
      .at(20 + 120)
      .wakes();
    expect(table.state).toMatchObject({ phase: "playing", turn: 1 });
    expect(table.wakesAtSecond).toBe(140 + 20);
  });

  it("for longer than two minutes: both stakes come back, and those of the queue", () => {
    const table = live()
      .has("carl", { tickets: 1 })
      .types("carl")
      .at(20 + 121)
      .wakes();
    expect([table.said, table.resolved, table.scores]).toEqual([
      ["twenty-one-overslept"],
      { r1: "CANCELED", r2: "CANCELED" },
      { carl: { wins: 0, losses: 0, tickets: 1 } },
    ]);
    expect([table.state.phase, table.queue, table.timedOut, table.result]).toEqual([
      "free",
      [],
      [],
      undefined,
    ]);
    expect(table.hits("ann").effects).toEqual([]);
  });
});
