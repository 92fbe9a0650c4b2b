import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bansAsked,
  type Channel,
  crowd,
  openChannel,
  people,
  person,
  type Person,
  soaked,
  stateOf,
} from "./channel.ts";
import { askPostgres, until } from "./place.ts";

const isResult = (line: string) => /Банк срывает|Ничья!/.test(line);
const results = (lines: readonly string[]) => lines.filter(isResult);
const hand = String.raw`(?:(?:6|7|8|9|10|В|Д|К|Т)[♠♥♦♣] ){2,9}= \d\d?(?:, перебор|, золотое очко)?`;
const won = new RegExp(`^🃏 @(\\w+): ${hand} · @(\\w+): ${hand}\\. Банк срывает @(\\w+)!$`);

/** How somebody comes to the table: with points, which answers the redemption, or with a ticket. */
type Entrance = () => Promise<string | undefined>;

const withPoints =
  (channel: Channel, who: Person): Entrance =>
  () =>
    channel.redeem("twenty-one", who);
const withTicket =
  (channel: Channel, who: Person): Entrance =>
  async () => {
    await channel.say(who, "!очко");
    return undefined;
  };

/** Nothing is left to be done. */
const atRest = (channel: Channel) =>
  until(
    () => channel.counts(),
    ({ outbox }) => outbox === 0,
  );

/** Two play until one of them wins: a draw gives both stakes back and counts for nothing, so they play again. */
async function untilWon(channel: Channel, ...entrances: readonly [Entrance, Entrance]) {
  for (let games = 1; ; games++) {
    const stakes: (string | undefined)[] = [];
    for (const enter of entrances) stakes.push(await enter());
    const { lines } = await channel.until((now) => results(now.lines).length === games, 80_000);
    const [, , , winner] = won.exec(results(lines).at(-1) ?? "") ?? [];
    if (winner !== undefined) return { winner, stakes: stakes.filter((stake) => stake !== undefined) };
    for (const stake of stakes)
      if (stake !== undefined) await channel.until((now) => stateOf(now, stake) === "CANCELED");
  }
}

describe.concurrent("twenty-one", () => {
  it("is played by two who redeem: hands in one line, a win, a loss, fifteen seconds for the loser", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ "twenty-one": { paceSeconds: 1 }, chatters: [ann, bob] });
    const { winner, stakes } = await untilWon(channel, withPoints(channel, ann), withPoints(channel, bob));

    const loser = winner === "ann" ? bob : ann;
    const seen = await channel.until(
      (now) => now.timeouts.length === 1 && stakes.every((id) => stateOf(now, id) === "FULFILLED"),
    );
    expect(seen.lines[0]).toMatch(/^🃏 @ann тасует колоду/);
    expect(stakes.map((id) => seen.redemptions.get(id))).toEqual(["FULFILLED", "FULFILLED"]);
    expect(seen.timeouts).toMatchObject([{ user: { id: loser.id }, reason: "Проигрыш в очко" }]);
    const [timeout] = seen.timeouts;
    expect(Number(timeout?.endsAt) - Number(timeout?.createdAt)).toBe(15_000);
    expect(await channel.player(loser)).toMatchObject({ wins: 0, losses: 1 });
    expect(await channel.player(winner === "ann" ? ann : bob)).toMatchObject({ wins: 1, losses: 0 });

    const rows = () =>
      askPostgres("select * from game_results where channel_id = $1 and ending = 'win'", channel.id);
    const [result] = await until(rows, (found) => found.length === 1);
    expect(result).toMatchObject({ game: "twenty-one", details: { mode: "auto", standOn: 17 } });
    expect(result?.["details"]).toHaveProperty("seed", expect.any(Number));
    for (const id of stakes) expect(result?.["id"]).toContain(id);
  });

  it("speaks English, with English letters on the cards", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ language: "en", chatters: [ann, bob] });
    await channel.score(ann, { tickets: 1 });
    await channel.say(ann, "!21");
    await channel.untilSaid(/^🃏 @ann is shuffling the cards/);
    await channel.redeem("twenty-one", bob);

    const { lines } = await channel.untilSaid(/takes it!|A draw!/);
    expect(lines.at(-1)).toMatch(/^🃏 @(ann|bob): (?:(?:6|7|8|9|10|J|Q|K|A)[♠♥♦♣] ){2,}= \d+/);
  });

  it("takes a ticket against points", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({
      "twenty-one": { paceSeconds: 1, cooldownSeconds: 0 },
      chatters: [ann, bob],
    });
    await channel.score(ann, { tickets: 2 });
    const { stakes } = await untilWon(channel, withTicket(channel, ann), withPoints(channel, bob));

    const [points = ""] = stakes;
    await channel.until((now) => stateOf(now, points) === "FULFILLED");
    expect(await channel.player(ann)).toMatchObject({ tickets: 1 });
  });

  it("is typed in any letter case, and with what nobody sees behind it", async () => {
    const ann = person("ann");
    const channel = await openChannel({ chatters: [ann] });
    await channel.score(ann, { tickets: 1 });
    await channel.say(ann, "!ОЧКО \u{E0000}");
    await channel.untilSaid(/^🃏 @ann тасует колоду/);
    expect(await channel.player(ann)).toMatchObject({ tickets: 0 });
  });

  it("seats nobody twice: points come back, a ticket is kept", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ "twenty-one": { cooldownSeconds: 0 }, chatters: [ann] });
    await channel.score(ann, { tickets: 1 });
    const first = await channel.redeem("twenty-one", ann);
    const second = await channel.redeem("twenty-one", ann);
    await channel.say(ann, "!очко");

    const seen = await channel.until((now) => stateOf(now, second) === "CANCELED" && now.lines.length === 2);
    expect([first, second].map((id) => seen.redemptions.get(id))).toEqual(["UNFULFILLED", "CANCELED"]);
    expect(seen.lines[1]).toMatch(/^@ann, ты уже за столом/);
    expect(await channel.player(ann)).toMatchObject({ tickets: 1 });
  });

  it("sends whoever waits alone home, with the stake", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ "twenty-one": { waitSeconds: 2 }, chatters: [ann, bob] });
    await channel.score(bob, { tickets: 1 });
    const points = await channel.redeem("twenty-one", ann);
    const seen = await channel.untilOver(/^@ann, соперника так и не нашлось\. Баллы возвращаю\.$/);
    expect(seen.redemptions.get(points)).toBe("CANCELED");

    await channel.say(bob, "!очко");
    await channel.untilSaid(/^@bob, соперника так и не нашлось\. Билет возвращаю\.$/);
    expect(await channel.player(bob)).toMatchObject({ tickets: 1 });
  });

  it("may be left while it has not begun, with the stake", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    await channel.score(bob, { tickets: 1 });
    const points = await channel.redeem("twenty-one", ann);
    await channel.say(ann, "!Пас");
    await channel.untilOver(/^@ann встаёт из-за стола\. Баллы возвращаю\.$/);
    await channel.say(bob, "!21");
    await channel.untilSaid(/^🃏 @bob тасует колоду/);
    await channel.say(bob, "!leave");
    const seen = await channel.untilSaid(/^@bob встаёт из-за стола\. Билет возвращаю\.$/);

    expect(seen.redemptions.get(points)).toBe("CANCELED");
    expect(await channel.player(bob)).toMatchObject({ tickets: 1 });
    expect(results(seen.lines)).toEqual([]);
  });

  it("tells whoever has no ticket where they come from, and keeps the door open for others", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ chatters: [ann, bob, carl] });
    await channel.score(carl, { tickets: 1 });
    await channel.say(ann, "!очко");
    await channel.untilSaid(/^@ann, .*испытании пивом/);
    await channel.say(bob, "!очко");
    await channel.say(carl, "!очко");

    const { lines } = await channel.untilSaid(/^🃏 @carl тасует колоду/);
    expect(lines).toHaveLength(2);
  });

  it("hears one ticket in its window, and takes none of the others", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    await channel.score(ann, { tickets: 1 });
    await channel.score(bob, { tickets: 1 });
    await channel.say(ann, "!очко");
    await channel.untilSaid(/@ann тасует колоду/);
    await channel.say(bob, "!очко");
    await channel.say(ann, "!пас");

    const { lines } = await channel.untilSaid(/@ann встаёт/);
    expect(lines).toHaveLength(2);
    expect(await channel.player(bob)).toMatchObject({ tickets: 1 });
  });

  it("takes one ticket for one line, however often Twitch tells of it", async () => {
    const ann = person("ann");
    const channel = await openChannel({ "twenty-one": { cooldownSeconds: 0 }, chatters: [ann] });
    await channel.score(ann, { tickets: 2 });
    const event = { chatter_user_id: ann.id, message_id: randomUUID(), message: { text: "!очко" } };
    const tell = () => channel.notify("channel.chat.message", { event });
    const answers = [await tell(), await tell()];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    await channel.untilSaid(/@ann тасует колоду/);
    expect(await channel.player(ann)).toMatchObject({ tickets: 1 });
    await channel.say(ann, "!пас");
    await channel.untilSaid(/@ann встаёт/);
    await tell();

    await atRest(channel);
    expect(await channel.player(ann)).toMatchObject({ tickets: 2 });
    expect((await channel.look()).lines).toHaveLength(2);
  });

  it("keeps its pace: a pair for each tick, in the order they came", async () => {
    const viewers = crowd(7);
    const channel = await openChannel({
      "twenty-one": { paceSeconds: 3, timeoutSeconds: 1 },
      chatters: viewers,
    });
    for (const viewer of viewers) await channel.redeem("twenty-one", viewer);

    const { lines } = await channel.until((now) => results(now.lines).length === 3);
    expect(results(lines).map((line) => line.match(/@\w+(?=:)/g)?.toSorted())).toEqual([
      ["@viewer1", "@viewer2"],
      ["@viewer3", "@viewer4"],
      ["@viewer5", "@viewer6"],
    ]);
    await channel.untilSaid(/^@viewer7, твоя игра следующая/);
    expect(lines).toContain("🪑 В очереди ещё 3 игрока. Следующая раздача через 3 секунды.");
    const { chat } = await channel.state();
    const [first = 0, second = 0, third = 0] = chat.filter(({ text }) => isResult(text)).map(({ at }) => at);
    expect(Math.min(second - first, third - second)).toBeGreaterThan(2_500);
  });

  it("never sends a moderator out, who may lose all the same", async () => {
    const mods = [person("mod_one", "moderator"), person("mod_two", "moderator")] as const;
    const channel = await openChannel({ "twenty-one": { paceSeconds: 1 }, chatters: mods });
    const [one, two] = mods;
    const { winner, stakes } = await untilWon(channel, withPoints(channel, one), withPoints(channel, two));

    await channel.until((now) => stakes.every((id) => stateOf(now, id) === "FULFILLED"));
    await atRest(channel);
    const loser = winner === one.login ? two : one;
    expect(await channel.player(loser)).toMatchObject({ wins: 0, losses: 1 });
    expect(await bansAsked(channel)).toEqual([]);
  });

  it("calls people so that Twitch tells them, whatever their name is written in", async () => {
    const anna = { ...person("anna_k"), name: "Анна" };
    const channel = await openChannel({ chatters: [anna] });
    await channel.redeem("twenty-one", anna);
    const { lines } = await channel.untilSaid(/тасует колоду/);
    expect(lines[0]).toMatch(/^🃏 @anna_k тасует колоду/);
  });

  it("congratulates on a new rank", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ "twenty-one": { paceSeconds: 1 }, chatters: [ann, bob] });
    await channel.score(ann, { wins: 9 });
    await channel.score(bob, { wins: 99 });
    const { winner } = await untilWon(channel, withPoints(channel, ann), withPoints(channel, bob));
    const rank = winner === "ann" ? "Картёжный гоблин" : "Валетный эксперт";
    const { lines } = await channel.untilSaid(/Новое звание/);
    expect(lines.at(-1)).toBe(`🎖️ Новое звание! @${winner} теперь «${rank}».`);
  });
});

/** Whose turn a line says it is. */
const asked = (line: string) =>
  /@(\w+), (?:ходи|теперь ты)/.exec(line)?.[1] ?? /^@(\w+) тянет карту: .* !ещё/.exec(line)?.[1];

describe.concurrent("twenty-one in chat", () => {
  it("deals a card to whoever asks in turn, and to nobody else", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const players = [ann, bob];
    const channel = await openChannel({
      "twenty-one": { mode: "live", turnSeconds: 60 },
      chatters: [ann, bob, carl],
    });
    await channel.redeem("twenty-one", ann);
    await channel.redeem("twenty-one", bob);

    // Everybody asks for a card where there is a choice, and then has enough.
    const cards = new Map<string, number>([
      ["ann", 2],
      ["bob", 2],
    ]);
    for (let heard = 1; ;) {
      const { lines } = await channel.until((now) => now.lines.length > heard);
      heard = lines.length;
      const last = lines.findLast((line) => isResult(line) || asked(line));
      if (last === undefined || isResult(last)) break;
      const turn = players.find(({ login }) => login === asked(last));
      if (!turn) throw new Error(`Whose turn is it? ${last}`);
      const wantsMore = cards.get(turn.login) === 2;
      for (const other of [carl, ...players.filter((player) => player !== turn)])
        await channel.say(other, "!hit");
      if (wantsMore) cards.set(turn.login, 3);
      await channel.say(turn, wantsMore ? "!ЕЩЁ" : "!хватит");
    }
    const seen = await channel.untilOver(/Банк срывает|Ничья!/);
    const [result = ""] = results(seen.lines);
    for (const { login } of players) {
      const [, shown = ""] = new RegExp(`@${login}: ([^=]*) =`).exec(result) ?? [];
      expect(shown.split(" ")).toHaveLength(cards.get(login) ?? 0);
    }
    expect(seen.lines.filter((line) => line.includes("@carl"))).toEqual([]);
    const losers = result.includes("Ничья") ? 0 : 1;
    await channel.until((now) => soaked(now).length === losers);
  });

  it("lets silence stand", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({
      "twenty-one": { mode: "live", turnSeconds: 2 },
      chatters: [ann, bob],
    });
    await channel.redeem("twenty-one", ann);
    await channel.redeem("twenty-one", bob);

    const seen = await channel.untilOver(/Банк срывает|Ничья!/);
    const [result = ""] = results(seen.lines);
    expect(result.match(/[♠♥♦♣]/g)).toHaveLength(4);
    expect(seen.lines.filter((line) => /тянет|больше не берёт/.test(line))).toEqual([]);
  });

  it("lets the next pair wait for the table, and is played to its end by the settings it began with", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({
      "twenty-one": { mode: "live", turnSeconds: 3, paceSeconds: 1 },
      chatters: [ann, bob, carl, dora],
    });
    for (const viewer of [ann, bob, carl, dora]) await channel.redeem("twenty-one", viewer);
    await channel.set({ "twenty-one": { mode: "auto" } });

    const { lines } = await channel.until((now) => results(now.lines).length === 2);
    const [first = "", second = ""] = results(lines);
    expect(first.match(/@\w+(?=:)/g)?.toSorted()).toEqual(["@ann", "@bob"]);
    expect(second.match(/@\w+(?=:)/g)?.toSorted()).toEqual(["@carl", "@dora"]);
    expect(first.match(/[♠♥♦♣]/g)).toHaveLength(4);
  });
});
