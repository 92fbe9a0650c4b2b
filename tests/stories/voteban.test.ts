import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bansAsked,
  type Channel,
  crowd,
  openChannel,
  people,
  type Person,
  person,
  soaked,
} from "./channel.ts";

const chatMessage = "channel.chat.message";

/** Twitch knows everybody by login, in all channels: nobody here is to be taken for somebody of another story. */
const somebody = (login: string, ...roles: Person["roles"]) => person(`${login}_${randomInt(1e9)}`, ...roles);

async function vote(channel: Channel, words: string, ...voters: readonly Person[]): Promise<void> {
  for (const voter of voters) await channel.say(voter, words);
}

describe.concurrent("a vote", () => {
  it("sends somebody away for five minutes when ten viewers want it, and tells how it stands", async () => {
    const [bob, voters] = [somebody("bob"), crowd(10)];
    const channel = await openChannel({ chatters: voters, lurkers: [bob] });
    await vote(channel, `!voteban ${bob.login}`, ...voters.slice(0, 1));
    await channel.untilSaid(/За: 1 из 10/);
    // The first has voted already, and whoever is voted on does not count.
    await vote(channel, `!вотбан @${bob.login}`, ...voters.slice(0, 9), bob);
    await channel.untilSaid(/Половина пути/);
    expect(await bansAsked(channel)).toEqual([]);
    await vote(channel, `!VOTEBAN ${bob.login.toUpperCase()}`, ...voters.slice(9));

    const { lines, timeouts } = await channel.untilSaid(/Народ решил/);
    expect(lines).toEqual([
      `🗳️ Народ зовёт на голосование: отправляем @${bob.login} отдыхать на 5 минут? За: 1 из 10, голосуем 5 минут.`,
      `🗳️ Половина пути: за отдых для @${bob.login} уже 5 голосов из 10. Не хватает: 5.`,
      `⚖️ Народ решил! @${bob.login} отдыхает 5 минут: за это 10 голосов из 10.`,
    ]);
    expect(timeouts).toEqual([
      expect.objectContaining({ user: expect.objectContaining({ id: bob.id }), reason: "Так решил чат" }),
    ]);
    expect((timeouts[0]?.endsAt ?? 0) - (timeouts[0]?.createdAt ?? 0)).toBe(300_000);
  });

  it("counts the login and the display name of one person together, however they are typed", async () => {
    const boar = { ...somebody("kabanchik"), name: "Кабанчик" };
    const voters = crowd(6);
    const channel = await openChannel({ voteban: { votesNeeded: 6 }, chatters: [boar, ...voters] });
    await channel.say(boar, "я тут");
    const words = [
      "!voteban Кабанчик",
      `!voteban @${boar.login}`,
      "!voteban \u200B@кабанчик\u{E0000}",
      "!voteban КАБАНЧИК, хватит!",
      `!voteban /${boar.login}`,
      `\u200B!vote\u200Dban\u00A0${boar.login.toUpperCase()}`,
    ];
    for (const [n, voter] of voters.entries()) await channel.say(voter, words[n] ?? "");

    const seen = await channel.untilSaid(/Народ решил/);
    expect([soaked(seen), seen.lines.at(-1)]).toEqual([
      [boar.login],
      `⚖️ Народ решил! @${boar.login} отдыхает 5 минут: за это 6 голосов из 6.`,
    ]);
  });

  it("goes on while others vote on somebody else", async () => {
    const [bob, joe] = [somebody("bob"), somebody("joe")];
    const voters = crowd(4);
    const channel = await openChannel({ voteban: { votesNeeded: 3 }, chatters: voters, lurkers: [bob, joe] });
    await vote(channel, `!voteban ${bob.login}`, ...voters.slice(0, 2));
    await vote(channel, `!voteban ${joe.login}`, ...voters.slice(2));
    await vote(channel, `!voteban ${bob.login}`, ...voters.slice(2, 3));

    expect(soaked(await channel.untilSaid(/Народ решил/))).toEqual([bob.login]);
    await vote(channel, `!voteban ${joe.login}`, ...voters.slice(0, 1));
    const seen = await channel.until((now) => soaked(now).length === 2);
    expect(soaked(seen)).toEqual([bob.login, joe.login].toSorted());
  });

  it.each([
    ["a moderator", "mod"],
    ["the broadcaster", "streamer"],
    ["the bot", "bot"],
    ["whoever the channel privileges", "guest"],
  ])("on %s is not held", async (_who, whom) => {
    const [ann, mod, guest] = [person("ann"), somebody("mod", "moderator"), somebody("guest")];
    const channel = await openChannel({
      voteban: { votesNeeded: 1 },
      privileged: [guest.id],
      chatters: [ann, mod, guest],
    });
    const { bot } = await channel.state();
    const names: Record<string, string> = {
      mod: mod.login,
      streamer: channel.broadcaster.login,
      bot: bot.login,
      guest: guest.login,
    };
    await channel.say(ann, `!voteban ${names[whom]}`);

    expect((await channel.untilSaid(/🛡️/)).lines).toEqual([
      expect.stringMatching(/под защитой, голосовать бесполезно/),
    ]);
    expect(await bansAsked(channel)).toEqual([]);
  });

  it("on nobody is not held: one line for many wrong names, none for missing ones and for oneself", async () => {
    const [ann, bob, carl] = [somebody("ann"), somebody("bob"), somebody("carl")];
    const channel = await openChannel({ voteban: { votesNeeded: 1 }, chatters: [ann, bob, carl] });
    for (const words of ["", "   ", "@", "\u200B", ann.login, `@${ann.login.toUpperCase()}`])
      await channel.say(ann, `!voteban ${words}`);
    await channel.say(ann, `!voteban nobody_${randomInt(1e9)}`);
    await channel.untilSaid(/не нашлось/);
    await channel.say(bob, "!voteban НЕТТАКОГО");
    // The look-ups are answered in turn: when this one is, the other is.
    await channel.say(carl, `!voteban ${bob.login}`);

    const { lines, timeouts } = await channel.untilSaid(/Народ решил/);
    expect(lines).toEqual([
      "🔍 Такого имени на Twitch не нашлось. Проверьте, кого зовёте на суд.",
      expect.stringContaining("за это 1 голос из 1."),
    ]);
    expect(timeouts).toHaveLength(1);
  });

  it("tells what happened when Twitch refuses", async () => {
    const [ann, bob] = [person("ann"), somebody("bob")];
    const channel = await openChannel({ voteban: { votesNeeded: 1 }, chatters: [ann], lurkers: [bob] });
    await channel.goesWrong({
      path: "/moderation/bans",
      status: 400,
      body: {
        error: "Bad Request",
        status: 400,
        message: "The user specified in the user_id field may not be timed out.",
      },
    });
    await channel.say(ann, `!voteban ${bob.login}`);

    expect((await channel.untilSaid(/⚖️/)).lines).toEqual([
      `⚖️ Народ решил, но Twitch встал стеной: @${bob.login} остаётся. Голосов: 1 из 1.`,
    ]);
  });

  it("runs out, and the next voice begins anew", async () => {
    const [ann, eve, bob] = [person("ann"), person("eve"), somebody("bob")];
    const channel = await openChannel({
      voteban: { votesNeeded: 2, voteSeconds: 10 },
      chatters: [ann, eve],
      lurkers: [bob],
    });
    await channel.say(ann, `!voteban ${bob.login}`);
    await channel.untilSaid(/Время вышло.*За: 1 голос из 2/);
    await channel.say(eve, `!voteban ${bob.login}`);

    const { lines, timeouts } = await channel.until(({ lines: said }) => said.length === 3);
    expect(lines[2]).toMatch(/За: 1 из 2/);
    expect(timeouts).toEqual([]);
  });

  it("does not count lines of another channel of a shared chat, nor one line twice", async () => {
    const [ann, eve, kay, neighbour] = people("ann", "eve", "kay", "neighbour");
    const bob = somebody("bob");
    const channel = await openChannel({
      voteban: { votesNeeded: 2 },
      chatters: [ann, eve, kay],
      lurkers: [bob],
    });
    const text = `!voteban ${bob.login}`;
    const event = { message_id: randomUUID(), chatter_user_id: ann.id, message: { text } };
    const elsewhere = {
      chatter_user_id: eve.id,
      message: { text },
      source_broadcaster_user_id: neighbour.id,
    };
    await channel.notify(chatMessage, { event });
    for (const told of [event, elsewhere]) await channel.notify(chatMessage, { event: told });
    await channel.untilSaid(/За: 1 из 2/);
    expect(await bansAsked(channel)).toEqual([]);
    await channel.say(kay, text);

    expect((await channel.untilSaid(/Народ решил/)).lines.at(-1)).toMatch(/за это 2 голоса из 2\.$/);
  });
});
