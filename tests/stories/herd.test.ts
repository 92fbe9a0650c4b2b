import { describe, expect, it } from "vitest";
import { type Channel, ends, openChannel, people, type Seen, soaked, stateOf } from "./channel.ts";
import { askPostgres, until } from "./place.ts";

const lastWords = /Выздоравливайте|До следующей кеги/;

const states = (seen: Seen, ids: readonly string[]) => ids.map((id) => stateOf(seen, id));

async function redeemInTurn(
  channel: Channel,
  reward: string,
  ...by: readonly Parameters<Channel["redeem"]>[1][]
) {
  const ids: string[] = [];
  for (const viewer of by) ids.push(await channel.redeem(reward, viewer));
  return ids;
}

describe.concurrent("boars", () => {
  it("are given their points back before the keg, twice, when the herd is complete, and too late", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({
      keg: { fuseSeconds: 4, boarsNeeded: 2 },
      chatters: [ann, bob, carl, dora],
    });
    const [early] = await redeemInTurn(channel, "boar", bob);
    await channel.untilSaid(/@bob, кеги пока нет/);
    await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const herd = await redeemInTurn(channel, "boar", bob, bob, carl, dora);
    await channel.untilOver(lastWords);
    const [late] = await redeemInTurn(channel, "boar", dora);

    const seen = await channel.until((now) => stateOf(now, late ?? "") === "CANCELED");
    expect(states(seen, herd)).toEqual(["FULFILLED", "CANCELED", "FULFILLED", "CANCELED"]);
    expect(stateOf(seen, early ?? "")).toBe("CANCELED");
    expect(seen.lines).toContain("🐗 Стадо в сборе! Посмотрим, кто кого: кабанчики или кега.");
  });

  it.each([1, 2, 3, 4])("save everybody or nobody (herd %i)", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 2, boarsNeeded: 1 }, chatters: [ann, bob] });
    const keg = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const boar = await channel.redeem("boar", bob);

    const seen = await channel.untilOver(lastWords);
    const saved = seen.lines.includes("🐗 Кегу унесли в безопасное место, все сухие! Герой дня: @bob");
    expect(soaked(seen)).toEqual(saved ? [] : ["ann", "bob"]);
    expect(seen.lines.includes("Кабанчики навалились всем стадом, но кега оказалась крепче!")).toBe(!saved);
    expect(states(seen, [keg, boar])).toEqual(["FULFILLED", "FULFILLED"]);
    const results = () => askPostgres("select ending from game_results where id = $1", keg);
    expect(await until(results, (rows) => rows.length > 0)).toEqual([{ ending: saved ? "saved" : "burst" }]);
  });

  it("have run in vain when they are too few, and their points are spent", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({
      keg: { fuseSeconds: 3, boarsNeeded: 20 },
      chatters: [ann, bob, carl],
    });
    await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const herd = await redeemInTurn(channel, "boar", bob, carl);

    const seen = await channel.untilOver(lastWords);
    expect(states(seen, herd)).toEqual(["FULFILLED", "FULFILLED"]);
    expect(seen.lines).toContain("Прибежали всего 2 кабанчика из 20. Кегу не удержать!");
    expect(soaked(seen)).toEqual(["ann", "bob", "carl"]);
  });
});

describe.concurrent("the trash", () => {
  it("saves whoever hid, and tells who was there and who was not", async () => {
    const [ann, bob, carl, lurker] = people("ann", "bob", "carl", "lurker");
    const channel = await openChannel({
      keg: { fuseSeconds: 3 },
      chatters: [ann, bob, carl],
      lurkers: [lurker],
    });
    const keg = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const hiders = await redeemInTurn(channel, "trash", bob, lurker);

    const seen = await channel.untilOver(/Купили воздух/);
    expect(soaked(seen)).toEqual(["ann", "carl"]);
    expect(seen.lines).toContain("🗑️ Помойка спасла: @bob");
    expect(seen.lines).toContain("💨 Купили воздух за 2 000 баллов: @lurker");
    expect(states(seen, [keg, ...hiders])).toEqual(["FULFILLED", "FULFILLED", "FULFILLED"]);
  });

  it("takes nobody in before the keg, twice, or after the draw: the points come back", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 3 }, chatters: [ann, bob] });
    const [early, earlier] = await redeemInTurn(channel, "trash", ann, bob);
    await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает/);
    const hidings = await redeemInTurn(channel, "trash", bob, bob);
    await channel.untilSaid(/угощает/);
    const [late] = await redeemInTurn(channel, "trash", ann);

    const seen = await channel.untilOver(/Помойка спасла/);
    expect(states(seen, hidings)).toEqual(["FULFILLED", "CANCELED"]);
    expect(states(seen, [early, earlier, late].map(String))).toEqual(["CANCELED", "CANCELED", "CANCELED"]);
    expect(await ends(channel, hidings[1] ?? "")).toEqual(["CANCELED"]);
    // Two came before the keg; the second of them heard it with the first. Whoever came late may hear it again.
    expect(new Set(seen.lines.filter((line) => line.includes("кеги пока нет")))).toEqual(
      new Set(["@ann, кеги пока нет, так что баллы возвращаю."]),
    );
  });
});
