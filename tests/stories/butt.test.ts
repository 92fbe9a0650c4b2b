import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bans,
  bansAsked,
  type Channel,
  openChannel,
  people,
  type Person,
  person,
  type Seen,
} from "./channel.ts";

const chatMessage = "channel.chat.message";
const whole = /риск для жопы — \d+%\. В этот раз обошлось!/;
const kicked = /пинок/i;

const rolls = ({ lines }: Seen) => lines.filter((line) => /жоп/i.test(line));

/** Rolls as often as it takes: about one roll in nine ends with a kick. */
async function rollUntil(channel: Channel, by: Person, isSo: (seen: Seen) => boolean): Promise<Seen> {
  for (;;) {
    const before = rolls(await channel.look()).length;
    await channel.say(by, "!жопа");
    const seen = await channel.until((now) => rolls(now).length > before);
    if (isSo(seen)) return seen;
  }
}

const saidLast =
  (words: RegExp) =>
  ({ lines }: Seen) =>
    words.test(lines.at(-1) ?? "");

describe.concurrent("roulette with one's own butt", () => {
  it.each(["!жопа", "!ЖОПА", "!butt", "!Butt что-нибудь", "\u200B!жо\u200Dпа"])(
    "is rolled by %j",
    async (words) => {
      const ann = person("ann");
      const channel = await openChannel({ chatters: [ann] });
      await channel.say(ann, words);
      expect(rolls(await channel.untilSaid(/@ann.*жоп/i))).toHaveLength(1);
    },
  );

  it("is rolled by the name the channel gives it, and no longer by the old ones", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ commands: { butt: ["Удача"] }, chatters: [ann, bob] });
    for (const words of ["!жопа", "!butt"]) await channel.say(bob, words);
    await channel.say(ann, "!удача");
    expect(rolls(await channel.untilSaid(/жоп/i))).toEqual([expect.stringContaining("@ann")]);
  });

  it("rests for everybody after a roll", async () => {
    // Moderators are never kicked, and can go on.
    const [ann, mod] = [person("ann", "moderator"), person("mod", "moderator")];
    const bob = person("bob");
    const channel = await openChannel({ chatters: [ann, bob, mod] });
    await channel.say(ann, "!жопа");
    await channel.untilSaid(/@ann.*жоп/i);
    for (const viewer of [ann, bob]) await channel.say(viewer, "!жопа");
    await channel.say(mod, "!дрын");

    expect(rolls(await channel.untilSaid(/^🏏/))).toHaveLength(1);
  });

  it("tells the percentage, and now and then kicks whoever rolls; nobody else", async () => {
    const [bob, boar] = [person("bob"), { ...person("kabanchik"), name: "Кабанчик" }];
    const channel = await openChannel({
      butt: { cooldownSeconds: 0, timeoutSeconds: 30, extremeTimeoutSeconds: 40 },
      chatters: [bob, boar],
    });
    const seen = await rollUntil(channel, boar, saidLast(kicked));

    expect(seen.lines.at(-1)).toMatch(
      /^(🥾 @kabanchik, .*отдых на 30 секунд|🚀 @kabanchik, .*вернётся через 40 секунд)\.$/,
    );
    for (const line of seen.lines.slice(0, -1)) expect(line).toMatch(whole);
    expect(await bans(channel)).toEqual([boar.id]);
    expect(seen.timeouts).toEqual([
      expect.objectContaining({ user: expect.objectContaining({ id: boar.id }), reason: "Жопа доигралась" }),
    ]);
  }, 180_000);

  it("only jokes with moderators", async () => {
    const mod = person("mod", "moderator");
    const channel = await openChannel({ butt: { cooldownSeconds: 0 }, chatters: [mod] });
    const { lines } = await rollUntil(channel, mod, saidLast(kicked));

    expect(lines.at(-1)).toMatch(/Шучу-шучу, своих не пинаем!$/);
    expect(await bansAsked(channel)).toEqual([]);
  }, 180_000);

  it("tells the viewer when Twitch does not let it kick", async () => {
    const ann = person("ann");
    const channel = await openChannel({ butt: { cooldownSeconds: 0 }, chatters: [ann] });
    await channel.goesWrong({
      path: "/moderation/bans",
      status: 400,
      body: {
        error: "Bad Request",
        status: 400,
        message: "The user specified in the user_id field may not be timed out.",
      },
    });
    const { lines, timeouts } = await rollUntil(channel, ann, (seen) => !saidLast(whole)(seen));

    expect([lines.at(-1), timeouts]).toEqual([
      expect.stringMatching(/Twitch не даёт пинать такую важную жопу/),
      [],
    ]);
  }, 180_000);

  it("is rolled once by a command that Twitch tells twice", async () => {
    const ann = person("ann");
    const channel = await openChannel({ butt: { cooldownSeconds: 0 }, chatters: [ann] });
    const event = { message_id: randomUUID(), chatter_user_id: ann.id, message: { text: "!жопа" } };
    const { messageId } = await channel.notify(chatMessage, { event });
    await channel.untilSaid(/@ann.*жоп/i);
    await channel.notify(chatMessage, { event, messageId });
    await channel.notify(chatMessage, { event });
    await channel.say(channel.broadcaster, "!дрын");

    expect(rolls(await channel.untilSaid(/^🏏/))).toHaveLength(1);
  });

  it("is not rolled from another channel of a shared chat", async () => {
    const [ann, neighbour] = people("ann", "neighbour");
    const channel = await openChannel({ chatters: [ann] });
    const event = {
      chatter_user_id: ann.id,
      message: { text: "!жопа" },
      source_broadcaster_user_id: neighbour.id,
    };
    expect((await channel.notify(chatMessage, { event })).status).toBe(204);
    await channel.say(channel.broadcaster, "!дрын");

    expect(rolls(await channel.untilSaid(/^🏏/))).toEqual([]);
  });
});
