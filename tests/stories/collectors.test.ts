import { describe, expect, it } from "vitest";
import { bansAsked, type Channel, openChannel, people, person, type Person, soaked } from "./channel.ts";

async function sayInTurn(channel: Channel, words: string, ...by: readonly Person[]) {
  for (const chatter of by) await channel.say(chatter, words);
}

/** The chat is asked for something else: whatever was to come of the lines before it has been decided. */
async function meanwhile(channel: Channel, who: Person) {
  await channel.say(who, "!топ");
  return channel.untilSaid(/Стол ещё пуст/);
}

describe.concurrent("three people who say a word of the gnomes", () => {
  it("have one of them timed out for a minute, and hear who it is", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ chatters: [ann, bob, carl] });
    await channel.say(ann, "gnome");
    await channel.say(bob, "GnomeRge!");
    await channel.say(carl, "ой, aimlulgnom 🍄");

    const seen = await channel.untilSaid(/Гномы/);
    const [caught] = soaked(seen);
    expect(["ann", "bob", "carl"]).toContain(caught);
    expect(seen.lines).toEqual([
      `🍄 Гномы встали в круг, посчитались — и водить выпало @${caught}. Марш в норку на 1 минуту!`,
    ]);
    const [timeout] = seen.timeouts;
    expect(timeout?.reason).toBe("Гномья считалочка");
    expect(Number(timeout?.endsAt) - Number(timeout?.createdAt)).toBe(60_000);
    expect(await bansAsked(channel)).toHaveLength(1);
  });

  it("are not moderators, the spared, bots or the broadcaster", async () => {
    const viewers = people("ann", "bob", "carl");
    const [ann, bob, carl] = viewers;
    const [mod, bot, friend] = [person("mod", "moderator"), person("nightbot", "bot"), person("friend")];
    const channel = await openChannel({ privileged: [friend.id], chatters: [...viewers, mod, bot, friend] });
    await sayInTurn(channel, "gnome", mod, bot, friend, channel.broadcaster, ann, bob);
    await meanwhile(channel, mod);
    expect(await bansAsked(channel)).toEqual([]);

    await channel.say(carl, "gnome");
    expect(["ann", "bob", "carl"]).toContain(soaked(await channel.untilSaid(/Гномы/))[0]);
    expect(await bansAsked(channel)).toHaveLength(1);
  });

  it("are three: the same person thrice is one, and no gnome is one who is part of a word or a link", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({
      collectors: { userCooldownSeconds: 0 },
      chatters: [ann, bob, carl, dora],
    });
    await sayInTurn(channel, "gnome", ann, ann, ann, bob);
    await channel.say(carl, "gnomes");
    await channel.say(carl, "https://gnome.org/gnome");
    await meanwhile(channel, carl);
    expect(await bansAsked(channel)).toEqual([]);

    await channel.say(dora, "gnome");
    expect(["ann", "bob", "dora"]).toContain(soaked(await channel.untilSaid(/Гномы/))[0]);
  });

  it("are obeyed when the same line is a command", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ chatters: [ann, bob, carl] });
    await sayInTurn(channel, "gnome", ann, bob);
    await channel.say(carl, "!я gnome");

    await channel.untilSaid(/@carl, сыгранных партий пока нет/);
    const seen = await channel.untilSaid(/Гномы/);
    expect([seen.lines.length, seen.timeouts.length]).toEqual([2, 1]);
  });

  it("have another of them timed out where one sits out already", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ chatters: [ann, bob, carl] });
    await sayInTurn(channel, "gnome", ann, bob);
    await channel.timeOut(ann, 3_600);
    await channel.timeOut(bob, 3_600);
    await channel.say(carl, "gnome");

    const seen = await channel.untilSaid(/Гномы.*@carl/);
    expect([seen.lines.length, soaked(seen)]).toEqual([1, ["carl"]]);
  });
});

describe.concurrent("apple cats", () => {
  it("are another set: three people run, and one is caught", async () => {
    const [ann, bob, carl, dora] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({ chatters: [ann, bob, carl, dora] });
    await sayInTurn(channel, "gnome", ann);
    await sayInTurn(channel, "applecatpanik", ann, bob);
    await channel.say(carl, "applecatRun");
    await channel.say(dora, "все бегут applecatgun applecatgun");

    const seen = await channel.untilSaid(/Без паники/);
    // Ann was counted among the gnomes, and so not here.
    expect(["bob", "carl", "dora"]).toContain(soaked(seen)[0]);
    expect(seen.timeouts).toMatchObject([{ reason: "По чату не бегать!" }]);
  });
});

describe.concurrent("a set that a channel has added", () => {
  it("has its own words, and says what the channel wants", async () => {
    const [ann, bob] = people("ann", "bob");
    const owls = {
      name: "owls",
      words: ["Сова"],
      peopleNeeded: 2,
      timeoutSeconds: 5,
      announcement: "/me ухает на {viewer}",
      reason: "Ух!",
    };
    const channel = await openChannel({ collectors: { sets: [owls] }, chatters: [ann, bob] });
    await sayInTurn(channel, "gnome", ann, bob);
    await sayInTurn(channel, "СОВА?", ann, bob);

    const seen = await channel.untilSaid(/ухает/);
    const [caught] = soaked(seen);
    // Twitch would eat what begins with a slash.
    expect(seen.lines).toEqual([`\u200B/me ухает на @${caught}`]);
    expect(seen.timeouts).toMatchObject([{ reason: "Ух!" }]);
  });
});
