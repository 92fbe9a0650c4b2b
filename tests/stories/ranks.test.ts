import { describe, expect, it } from "vitest";
import { openChannel, people, person, type Person } from "./channel.ts";
import { goesWrong, until } from "./place.ts";

describe.concurrent("!я", () => {
  it("invites a newcomer to the table", async () => {
    const ann = person("ann");
    const channel = await openChannel({ chatters: [ann] });
    await channel.say(ann, "!я");

    const { lines } = await channel.untilSaid(/партий пока нет/);
    expect(lines).toEqual([
      "🃏 @ann, сыгранных партий пока нет — садись за стол, раздадим! 🎟️ В запасе 0 билетов.",
    ]);
  });

  it("tells a seasoned player everything in one line, in capital letters too", async () => {
    const anya = { ...person("anya_cat"), name: "Аня_Котик" };
    const channel = await openChannel({ chatters: [anya] });
    await channel.score(anya, { wins: 155, losses: 78, tickets: 3 });
    await channel.say(anya, "!Я");

    const { lines } = await channel.untilSaid(/@anya_cat/);
    expect(lines).toEqual([
      "🃏 @anya_cat — Хряк-виртуоз: 155 побед, 78 поражений, побед 66,5 %. 🎟️ 3 билета. До ранга «Король додепа» осталось 45 побед.",
    ]);
  });

  it("answers to its English name, and in English", async () => {
    const ann = person("ann");
    const channel = await openChannel({ language: "en", chatters: [ann] });
    await channel.score(ann, { wins: 500, losses: 0, tickets: 1 });
    await channel.say(ann, "!ME please");

    const { lines } = await channel.untilSaid(/@ann/);
    expect(lines).toEqual([
      "🃏 @ann — Absolute Gambler: 500 wins, 0 losses, 100.0% won. 🎟️ 1 ticket. 👑 There is no higher rank!",
    ]);
  });

  it("is called what the channel calls it, and no longer what it was", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({
      commands: { me: ["Карта"] },
      ranks: { meCooldownSeconds: 0 },
      chatters: [ann, bob],
    });
    await channel.say(ann, "!я");
    await channel.say(bob, "!карта");

    expect((await channel.untilSaid(/@/)).lines).toEqual([expect.stringContaining("@bob")]);
  });

  it("is silent until its rest is over, after a newcomer's answer as well", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ ranks: { meCooldownSeconds: 3 }, chatters: [ann, bob] });
    await channel.say(ann, "!я");
    const { chat } = await until(
      async () => {
        await channel.say(bob, "!я");
        return channel.state();
      },
      ({ chat: lines }) => lines.some(({ text }) => text.includes("@bob")),
    );
    const answers = chat.filter(({ user }) => user.login === "taproom_bot");
    expect(answers.map(({ text }) => text)).toEqual([
      expect.stringContaining("@ann"),
      expect.stringContaining("@bob"),
    ]);
    expect(Number(answers[1]?.at) - Number(chat[0]?.at)).toBeGreaterThanOrEqual(3_000);
  });

  it("does not make !топ wait", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    for (const words of ["!я", "!я", "!топ", "!топ"]) await channel.say(ann, words);
    await channel.say(bob, "!я");

    expect((await channel.untilSaid(/Стол ещё пуст/)).lines.toSorted()).toEqual([
      "🃏 @ann, сыгранных партий пока нет — садись за стол, раздадим! 🎟️ В запасе 0 билетов.",
      "🏆 Стол ещё пуст: ни одной победы. Самое время стать первым!",
    ]);
  });
});

const scores = [
  [501, 3],
  [42, 0],
  [42, 8],
  [1, 0],
] as const;

async function tableOf(players: readonly Person[]) {
  const channel = await openChannel({ chatters: players });
  for (const [place, player] of players.entries()) {
    const [wins = 0, losses = 0] = scores[place] ?? [];
    await channel.score(player, { wins, losses });
  }
  return channel;
}

describe.concurrent("!топ", () => {
  it("shows the best three under the names they have now, and keeps these", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await tableOf([ann, bob, carl, dora]);
    const anya = { ...ann, login: "anya_cat", name: "Аня_Котик" };
    await channel.seat(anya, { ...bob, name: "BOB" }, carl, dora);
    await channel.say(dora, "!TOP");

    const { lines } = await channel.untilSaid(/🏆/);
    expect(lines).toEqual([
      "🏆 Лучшие за столом: 🥇 Аня_Котик (Абсолютный лудоман) — 501 победа 🥈 BOB (Гоблин-блефун) — 42 победы 🥉 carl (Гоблин-блефун) — 42 победы",
    ]);
    expect(await channel.player(anya)).toMatchObject({ name: "Аня_Котик", wins: 501, losses: 3 });
    expect(await channel.player(bob)).toMatchObject({ name: "BOB", wins: 42, losses: 0 });
  });
});

// Alone: Twitch tells of people without a channel, so this strikes every story that asks meanwhile.
describe("!топ while Twitch tells nothing of people", () => {
  it("shows them under the names last seen", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await tableOf([ann, bob]);
    await channel.seat({ ...ann, name: "ANN" }, bob);
    const mend = await goesWrong("twitch", { path: "/helix/users", status: 503 });
    try {
      await channel.say(bob, "!топ");
      const { lines } = await channel.untilSaid(/🏆/);
      expect(lines).toEqual([expect.stringMatching(/🥇 ann \(.*🥈 bob \(/)]);
    } finally {
      await mend();
    }
  });
});
