import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bansAsked, type Channel, openChannel, people, type Person, person, type Seen } from "./channel.ts";

const chatMessage = "channel.chat.message";
const self = /ловит его собственным лбом/;
/** Whatever a swing comes to. */
const swung = /^🏏/;

const swings = ({ lines }: Seen) => lines.filter((line) => swung.test(line));

/** Swings until it does not come down on whoever swings it: half of the time it does, with one other in chat. */
async function swingUntilItHitsSomebody(channel: Channel, by: Person): Promise<Seen> {
  for (;;) {
    const before = swings(await channel.look()).length;
    await channel.say(by, "!дрын");
    const seen = await channel.until((now) => swings(now).length > before);
    if (!self.test(swings(seen).at(-1) ?? "")) return seen;
  }
}

describe.concurrent("the club", () => {
  it("comes down on somebody who wrote lately, by a name that Twitch understands", async () => {
    const [mod, lurker] = [person("mod", "moderator"), person("lurker")];
    const boar = { ...person(`kabanchik${randomInt(1e9)}`), name: "Кабанчик" };
    const channel = await openChannel({ club: { cooldownSeconds: 0 }, chatters: [mod, boar, lurker] });
    await channel.say(boar, "всем привет");

    const { lines, timeouts } = await swingUntilItHitsSomebody(channel, mod);
    expect(lines.at(-1)).toBe(
      `🏏 @mod машет дрыном не глядя, и прилетает @${boar.login}! Отдых в кустах на 15 секунд.`,
    );
    expect(timeouts).toEqual([
      expect.objectContaining({ user: expect.objectContaining({ id: boar.id }), reason: "Дрын прилетел" }),
    ]);
    expect((timeouts[0]?.endsAt ?? 0) - (timeouts[0]?.createdAt ?? 0)).toBe(15_000);
  });

  it("never comes down on moderators, the broadcaster, the privileged or bots", async () => {
    const [mod, other] = [person("mod", "moderator"), person("other", "moderator")];
    const [nightbot, guest] = [person("nightbot", "bot"), person("guest")];
    const channel = await openChannel({ privileged: [guest.id], chatters: [mod, other, nightbot, guest] });
    for (const spared of [other, nightbot, guest, channel.broadcaster]) await channel.say(spared, "привет");
    await channel.say(mod, "!club");

    expect((await channel.untilSaid(swung)).lines).toEqual([expect.stringMatching(self)]);
    expect(await bansAsked(channel)).toEqual([]);
  });

  it.each([
    ["a moderator", "!ДРЫН"],
    ["the broadcaster", "!club"],
    ["whoever the channel privileges", "!Дрын по кому-нибудь"],
    ["a moderator with a zero-width character", "!др\u200Bын \u{E0000}"],
  ])("is swung by %s", async (who, words) => {
    const [mod, guest] = [person("mod", "moderator"), person("guest")];
    const channel = await openChannel({ privileged: [guest.id], chatters: [mod, guest] });
    const by = who === "the broadcaster" ? channel.broadcaster : who.startsWith("a mod") ? mod : guest;
    await channel.say(by, words);
    expect((await channel.untilSaid(swung)).lines).toEqual([expect.stringMatching(self)]);
  });

  it("is not swung by viewers, and stays ready for those who may", async () => {
    const [mod, vip, ann] = [person("mod", "moderator"), person("vip", "vip"), person("ann")];
    const channel = await openChannel({ chatters: [mod, vip, ann] });
    for (const viewer of [ann, vip, ann]) await channel.say(viewer, "!дрын");
    await channel.say(mod, "!дрын");

    expect((await channel.untilSaid(swung)).lines).toEqual([expect.stringContaining("@mod")]);
  });

  it("rests after a swing", async () => {
    const [mod, other] = [person("mod", "moderator"), person("other", "moderator")];
    const channel = await openChannel({ chatters: [mod, other] });
    await channel.say(mod, "!дрын");
    await channel.untilSaid(swung);
    await channel.say(other, "!дрын");
    // Whatever was to be said of the second swing would have come before this.
    await channel.say(other, "!жопа");

    expect((await channel.untilSaid(/@other.*жоп/)).lines).toEqual([
      expect.stringMatching(self),
      expect.stringContaining("жоп"),
    ]);
  });

  it("tells that it bounced off whom Twitch lets nobody time out", async () => {
    const [mod, ann] = [person("mod", "moderator"), person("ann")];
    const channel = await openChannel({ club: { cooldownSeconds: 0 }, chatters: [mod, ann] });
    await channel.goesWrong({
      path: "/moderation/bans",
      status: 400,
      body: {
        error: "Bad Request",
        status: 400,
        message: "The user specified in the user_id field may not be timed out.",
      },
    });
    await channel.say(ann, "привет");

    const { lines, timeouts } = await swingUntilItHitsSomebody(channel, mod);
    expect([lines.at(-1), timeouts]).toEqual([
      "🏏 @mod бьёт по @ann, а дрын отскакивает. Каска у этого человека, что ли?",
      [],
    ]);
  });

  it("tells that whoever was hit sits out already, and does not shorten that", async () => {
    const [mod, ann] = [person("mod", "moderator"), person("ann")];
    const channel = await openChannel({ club: { cooldownSeconds: 0 }, chatters: [mod, ann] });
    await channel.say(ann, "привет");
    await channel.timeOut(ann, 3_600);
    const before = (await channel.look()).timeouts;

    const { lines, timeouts } = await swingUntilItHitsSomebody(channel, mod);
    expect(lines.at(-1)).toMatch(/@ann, но там уже никого/);
    expect(timeouts).toEqual(before);
  });

  it("is swung once by a command that Twitch tells twice", async () => {
    const mod = person("mod", "moderator");
    const channel = await openChannel({ club: { cooldownSeconds: 0 }, chatters: [mod] });
    const event = { message_id: randomUUID(), chatter_user_id: mod.id, message: { text: "!дрын" } };
    const { messageId } = await channel.notify(chatMessage, { event });
    await channel.untilSaid(self);
    await channel.notify(chatMessage, { event, messageId });
    await channel.notify(chatMessage, { event });
    await channel.say(mod, "!жопа");

    expect(swings(await channel.untilSaid(/жоп/))).toHaveLength(1);
  });

  it("does not hear moderators in another channel of a shared chat", async () => {
    const [mod, neighbour] = people("mod", "neighbour");
    const channel = await openChannel({ chatters: [{ ...mod, roles: ["moderator"] }] });
    const event = {
      chatter_user_id: mod.id,
      message: { text: "!дрын" },
      source_broadcaster_user_id: neighbour.id,
    };
    expect((await channel.notify(chatMessage, { event })).status).toBe(204);
    await channel.say(mod, "!жопа");

    expect(swings(await channel.untilSaid(/жоп/))).toEqual([]);
  });
});
