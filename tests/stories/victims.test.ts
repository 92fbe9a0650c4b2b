import { describe, expect, it } from "vitest";
import { bansAsked, crowd, openChannel, people, person, soaked } from "./channel.ts";

const lastWords = /Выздоравливайте/;

describe.concurrent("victims of a keg", () => {
  it("are never moderators, bots, the broadcaster or whoever the channel spares; others take their place", async () => {
    const viewers = people("ann", "bob", "carl", "dora", "eve");
    const moderators = [person("mod_one", "moderator"), person("mod_two", "moderator", "subscriber")];
    const bots = [person("nightbot", "bot"), person("streamelements", "bot")];
    const guest = person("guest_of_honour", "vip");
    const [ann] = viewers;
    const channel = await openChannel({
      keg: { fuseSeconds: 1, victims: 5 },
      privileged: [guest.id],
      chatters: [...moderators, ...bots, guest, ...viewers],
    });
    await channel.redeem("keg", ann);

    const seen = await channel.untilOver(lastWords);
    expect(soaked(seen)).toEqual(["ann", "bob", "carl", "dora", "eve"]);
    expect(seen.timeouts).toHaveLength(5);
    // Nobody else was even asked for: Twitch would have refused moderators by itself.
    expect(await bansAsked(channel)).toHaveLength(5);
  });

  it("come from all pages of who is in chat", async () => {
    const chatters = crowd(1_200);
    const channel = await openChannel({ keg: { fuseSeconds: 1, victims: 100 }, chatters });
    const [host = person("nobody")] = chatters;
    await channel.redeem("keg", host);

    const seen = await channel.untilOver(lastWords);
    expect(seen.timeouts).toHaveLength(100);
    // The broadcaster, the bot and 998 others are on the first page. That no one of the rest is drawn is
    // less likely than one in ten million.
    const onThePageAfter = new Set(chatters.slice(998).map(({ login }) => login));
    expect(soaked(seen).filter((login) => onThePageAfter.has(login))).not.toEqual([]);
  });

  it("keep a longer timeout or a ban that a moderator gave them", async () => {
    const [ann, bob, carl] = people("ann", "bob", "carl");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob, carl] });
    await channel.timeOut(ann, 3_600);
    await channel.timeOut(bob);
    const before = (await channel.look()).timeouts;
    await channel.redeem("keg", carl);

    const seen = await channel.untilOver(lastWords);
    expect(seen.timeouts).toEqual([...before, expect.objectContaining({ reason: "Пивная кома" })]);
    expect(soaked(seen)).toEqual(["carl"]);
    expect(seen.lines).toContainEqual(expect.stringMatching(/Облит 1 зритель: @carl$/));
  });

  it("sit out longer where a moderator's timeout was shorter", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
    await channel.timeOut(ann, 60);
    await channel.redeem("keg", bob);

    expect(soaked(await channel.untilOver(lastWords))).toEqual(["ann", "bob"]);
  });
});
