import { describe, expect, it } from "vitest";
import { crowd, ends, openChannel, people, person, soaked, stateOf } from "./channel.ts";
import { askPostgres, askWorld, until } from "./place.ts";

const picture = expect.stringMatching(/^[\u2800-\u28FF]{30}( [\u2800-\u28FF]{30})+$/);
const lastWords = /Выздоравливайте|Get well/;

describe.concurrent("a keg", () => {
  it("is told line by line, from the picture to the last wish", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({
      keg: { fuseSeconds: 15, boarsNeeded: 3 },
      chatters: [ann, bob, carl, dora],
    });
    await channel.redeem("keg", ann);
    await channel.untilSaid(/Кегу могут спасти/);
    await channel.redeem("boar", bob);

    const { lines } = await channel.untilOver(lastWords);
    expect(lines).toEqual([
      picture,
      "🍺 @ann вскрывает кегу! Рванёт через 15 секунд.",
      "🐗 Кегу могут спасти 3 кабанчика. Кто смелый — бегом на пиво!",
      "⏳ Осталось 10 секунд. Прибежало кабанчиков: 1 из 3. Нужно ещё 2 кабанчика!",
      "⏳ Осталось 5 секунд. Прибежало кабанчиков: 1 из 3. Нужно ещё 2 кабанчика!",
      "💣 Ещё 3 секунды — и рванёт!",
      "Кто вообще притащил сюда кегу?! ПРЯЧЬТЕСЬ!",
      "Прибежал всего 1 кабанчик из 3. Кегу не удержать!",
      picture,
      expect.stringMatching(/^💥 @ann угощает! Облиты 4 зрителя: @\w+, @\w+, @\w+, @\w+$/),
      "Пивная кома проходит сама. Выздоравливайте!",
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(500);
  });

  it("is told in English where the channel speaks it", async () => {
    const ann = person("ann");
    const channel = await openChannel({
      language: "en",
      keg: { fuseSeconds: 15, boarsNeeded: 1 },
      chatters: [ann],
    });
    await channel.redeem("keg", ann);

    const { lines } = await channel.untilOver(lastWords);
    expect(lines).toEqual([
      picture,
      "🍺 @ann is tapping the keg! It blows in 15 seconds.",
      "🐗 One boar could still save it. If you are brave enough, run for the beer!",
      "💣 3 seconds until it blows!",
      "Who even brought a keg in here?! HIDE!",
      "Not one boar showed up. There is nobody to hold the keg!",
      picture,
      "💥 Drinks are on @ann! 1 chatter is soaked: @ann",
      "A beer coma passes by itself. Get well soon!",
    ]);
  });

  it("sends its victims out for ten minutes, and spends the points once", async () => {
    const chatters = crowd(12);
    const channel = await openChannel({ keg: { fuseSeconds: 1, victims: 7 }, chatters });
    const [host = person("nobody")] = chatters;
    const keg = await channel.redeem("keg", host);

    const seen = await channel.untilOver(lastWords);
    expect(
      seen.timeouts.map(({ createdAt, endsAt, reason }) => [Number(endsAt) - createdAt, reason]),
    ).toEqual(Array.from({ length: 7 }, () => [600_000, "Пивная кома"]));
    expect(seen.redemptions.get(keg)).toBe("FULFILLED");
    expect(stateOf(seen, keg)).toBe("FULFILLED");
    expect(await ends(channel, keg)).toEqual(["FULFILLED"]);
    const names = seen.lines.find((line) => line.startsWith("💥"))?.match(/@\w+/g);
    expect(names?.slice(1).toSorted()).toEqual(soaked(seen).map((login) => `@${login}`));
  });

  it("is kept in Postgres: its result, its redemption, its player", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
    const keg = await channel.redeem("keg", ann);
    await channel.untilOver(lastWords);

    const rowsOf = (table: string) => () =>
      askPostgres(`select * from ${table} where channel_id = $1`, channel.id);
    const [result] = await until(rowsOf("game_results"), (rows) => rows.length === 1);
    expect(result).toMatchObject({ id: keg, game: "keg", host_id: ann.id, ending: "burst" });
    expect(JSON.stringify(result?.["details"])).toContain(bob.id);
    const redemptions = await until(rowsOf("redemptions"), ([row]) => row?.["status"] === "FULFILLED");
    expect(redemptions).toMatchObject([{ id: keg, reward: "keg", player_id: ann.id, cost: 5_000 }]);
    expect(await rowsOf("players")()).toMatchObject([{ id: ann.id, login: "ann", name: "ann" }]);
    expect(await askPostgres("select * from channels where id = $1", channel.id)).toMatchObject([
      { login: channel.broadcaster.login, settings: { keg: { fuseSeconds: 1 } } },
    ]);
  });

  it("comes one at a time: others get their points back, and are told once", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ keg: { fuseSeconds: 3 }, chatters: [ann, bob, carl] });
    const first = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const second = await channel.redeem("keg", bob);
    const third = await channel.redeem("keg", carl);

    const seen = await channel.untilOver(lastWords);
    expect([first, second, third].map((id) => stateOf(seen, id))).toEqual([
      "FULFILLED",
      "CANCELED",
      "CANCELED",
    ]);
    expect(seen.lines.filter((line) => line.includes("одна кега уже открыта"))).toEqual([
      "@bob, одна кега уже открыта. Баллы возвращаю.",
    ]);
    expect(seen.lines.filter((line) => line.includes("вскрывает"))).toHaveLength(1);
  });

  it("may follow another", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1, victims: 1 }, chatters: [ann, bob] });
    await channel.redeem("keg", ann);
    await channel.untilOver(lastWords);
    const second = await channel.redeem("keg", bob);

    const seen = await channel.until(
      ({ lines }) => lines.filter((line) => lastWords.test(line)).length === 2,
    );
    expect(stateOf(seen, second)).toBe("FULFILLED");
    expect(seen.lines.filter((line) => line.startsWith("💥"))).toEqual([
      expect.stringContaining("@ann угощает"),
      expect.stringContaining("@bob угощает"),
    ]);
  });

  it("stays shut where nobody is in chat to be soaked", async () => {
    const channel = await openChannel();
    const keg = await channel.redeem("keg", channel.broadcaster);

    const seen = await channel.untilOver(/некого обливать/);
    expect(seen.lines).toEqual([
      `@${channel.broadcaster.name}, в чате некого обливать. Кега осталась закрытой, баллы возвращаю.`,
    ]);
    expect(seen.redemptions.get(keg)).toBe("CANCELED");
    expect(await ends(channel, keg)).toEqual(["CANCELED"]);
  });

  it("is burnt down by the settings it was opened with", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 3, victims: 1 }, chatters: [ann, bob] });
    await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    await channel.set({ keg: { victims: 2, fuseSeconds: 3_600 } });

    expect((await channel.untilOver(lastWords)).timeouts).toHaveLength(1);
  });
});

describe.concurrent("a reward that is not ours", () => {
  it("is none of our business", async () => {
    const ann = person("ann");
    const channel = await openChannel({ chatters: [ann] });
    const { id } = await askWorld<{ id: string }>("POST", "/twitch/rewards", {
      broadcasterId: channel.id,
      title: "Выпить воды",
      cost: 10,
    });
    const water = await channel.redeem(id, ann);

    await until(
      () => channel.counts(),
      ({ foreign }) => foreign === 1,
    );
    const seen = await channel.look();
    expect(seen.ledger).toEqual([]);
    expect(seen.lines).toEqual([]);
    expect(seen.redemptions.get(water)).toBe("UNFULFILLED");
    expect(await ends(channel, water)).toEqual([]);
  });
});
