/** The channel's care of itself: what it needs at Twitch, and what it does when that changes. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Channel, ends, itemsIn, openChannel, people, person, stateOf } from "./channel.ts";
import { askProduct, askWorld, place, until } from "./place.ts";

const lastWords = /Выздоравливайте/;
const redemption = "channel.channel_points_custom_reward_redemption";

const rewards = (channel: Channel) =>
  askWorld<{ id: string; key: string; title: string; isPaused: boolean }[]>(
    "GET",
    `/twitch/rewards?broadcasterId=${channel.id}`,
  );

const status = async (channel: Channel) =>
  (await (await channel.ask("GET", "status")).json()) as {
    stream?: { live: boolean };
    failing: string[];
    standing: { problems: string[]; subscriptions: string[]; checkedAt: number };
  };

describe.concurrent("a reward", () => {
  it("still opens the keg after the broadcaster has renamed it", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    await askWorld("POST", "/twitch/rewards/keg", { title: "Бабах!", broadcasterId: channel.id });
    const keg = await channel.redeem("Бабах!", ann);

    expect(stateOf(await channel.untilOver(lastWords), keg)).toBe("FULFILLED");
    // Nor is another one made in place of the old title.
    await channel.ask("POST", "setup");
    expect((await rewards(channel)).filter(({ key }) => key === "keg")).toHaveLength(1);
  });

  it("that the broadcaster has deleted is made again", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    await askWorld("DELETE", `/twitch/rewards/keg?broadcasterId=${channel.id}`);
    await channel.ask("POST", "setup");

    const keg = await channel.redeem("Вскрыть пивную кегу", ann);
    expect(stateOf(await channel.untilOver(lastWords), keg)).toBe("FULFILLED");
  });

  it("of somebody else is never touched", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    await askWorld("POST", "/twitch/rewards", {
      title: "Гидрация",
      cost: 100,
      broadcasterId: channel.id,
    });
    const id = await channel.redeem("Гидрация", ann);

    expect(await channel.counts()).toMatchObject({ foreign: 1, ledger: 0, outbox: 0 });
    expect(await ends(channel, id)).toEqual([]);
    expect((await channel.look()).redemptions.get(id)).toBe("UNFULFILLED");
  });
});

describe.concurrent("a redemption that a moderator ends by hand", () => {
  it("during the game stays as the moderator wanted it", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 2 }, chatters: [ann] });
    const keg = await channel.redeem("keg", ann);
    await channel.untilSaid(/вскрывает кегу/);
    await askWorld("POST", `/twitch/redemptions/${keg}`, { status: "CANCELED", broadcasterId: channel.id });

    await channel.untilSaid(lastWords);
    const seen = await channel.until((now) => stateOf(now, keg) === "CANCELED");
    expect(seen.redemptions.get(keg)).toBe("CANCELED");
    expect(await ends(channel, keg)).toEqual([]);
    expect(await channel.counts()).toMatchObject({ deadLetters: 0 });
  });

  it("while its viewer waits at the card table leaves the chair to the next one", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    const cards = await channel.redeem("twenty-one", ann);
    await channel.untilSaid(/@ann тасует колоду/);
    await askWorld("POST", `/twitch/redemptions/${cards}`, { status: "CANCELED", broadcasterId: channel.id });
    await channel.until((now) => stateOf(now, cards) === "CANCELED");
    await channel.redeem("twenty-one", bob);

    await channel.untilSaid(/@bob тасует колоду/);
    expect(await ends(channel, cards)).toEqual([]);
  });

  it("before Taproom has heard of it is not played any more", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    const event = { id: randomUUID(), user_id: ann.id, reward: { key: "keg" } };
    await channel.notify(`${redemption}.update`, { event: { ...event, status: "canceled" } });
    expect((await channel.notify(`${redemption}.add`, { event })).status).toBe(204);

    expect(await channel.ledger()).toMatchObject([{ id: event.id, state: "CANCELED" }]);
    expect(await channel.counts()).toMatchObject({ outbox: 0, duplicate: 1 });
    expect((await channel.look()).lines).toEqual([]);
  });
});

describe.concurrent("subscriptions", () => {
  it("that Twitch has taken away for too many failures are asked for again, by nobody's hand", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann] });
    await channel.revoke("notification_failures_exceeded");
    await channel.untilSubscribed();

    const keg = await channel.redeem("keg", ann);
    expect(stateOf(await channel.untilOver(lastWords), keg)).toBe("FULFILLED");
  });

  it("of the stream are believed in the order in which Twitch sent them", async () => {
    const channel = await openChannel();
    const told = (type: string, seconds: number) =>
      channel.notify(type, { event: {}, timestamp: new Date(Date.now() + seconds * 1_000).toISOString() });
    await told("stream.offline", 20);
    expect((await told("stream.online", 10)).status).toBe(204);
    expect((await status(channel)).stream).toMatchObject({ live: false });
    await told("stream.online", 30);
    expect((await status(channel)).stream).toMatchObject({ live: true });
  });
});

describe.concurrent("a channel", () => {
  it("whose broadcaster has never signed in obeys in chat, and says that rewards are off", async () => {
    const moderator = person("mod_one", "moderator");
    const channel = await openChannel({ chatters: [moderator], signedIn: false });
    const { problems, subscriptions } = await channel.standing();

    expect(problems).toContainEqual(expect.stringMatching(/^Rewards are off/));
    expect(subscriptions).toContain("channel.chat.message");
    expect((await status(channel)).failing).toEqual([]);
    await channel.say(channel.broadcaster, "!ботзаткнись");
    expect((await channel.untilSaid(/молчу/)).lines).toHaveLength(1);
  });

  it("is told when its bot is no moderator", async () => {
    const channel = await openChannel();
    await askWorld("POST", "/twitch/roles", { user: "1002", roles: [], broadcasterId: channel.id });
    await channel.ask("POST", "setup");
    expect((await channel.standing()).problems).toContainEqual(expect.stringMatching(/not a moderator/));
  });

  it("learns of a new moderator before they have written anything", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
    await askWorld("POST", "/twitch/roles", {
      user: bob.id,
      roles: ["moderator"],
      broadcasterId: channel.id,
    });
    // Twitch's own list of moderators does not answer, so the news has to do.
    await channel.goesWrong({ path: "/moderation/moderators", status: 500 });
    await channel.say(ann, "hello");
    await channel.say(bob, "hello");
    await channel.redeem("keg", ann);

    const seen = await channel.untilOver(lastWords, 60_000);
    expect(seen.timeouts.map(({ user }) => user.login)).toEqual(["ann"]);
  });

  it("has a log that can be searched, and that knows no secret", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ chatters: [ann, bob] });
    await channel.say(ann, "where is the BEER");
    await channel.say(bob, "no idea");

    const found = async (query: string) =>
      itemsIn<{ event: string; facts: unknown }>(await (await channel.ask("GET", `log?${query}`)).json());
    expect(await found("text=beer")).toMatchObject([
      { event: "chat.line", facts: { by: "ann", text: "where is the BEER" } },
    ]);
    const boar = await channel.redeem("boar", ann);
    const told = await until(
      () => found(`text=${boar}`),
      ({ length }) => length === 5,
    );
    expect(told.map(({ event }) => event)).toEqual([
      "effect.done",
      "effect.done",
      "decided.say",
      "decided.resolve",
      "redemption.entered",
    ]);
    expect(await found("level=error")).toEqual([]);
    // What the bot has said comes back to it as a line of chat, whenever Twitch brings it.
    for (const words of ["see you", "see you all"]) await channel.say(bob, words);
    expect(await found("limit=1&text=see")).toMatchObject([{ facts: { by: "bob", text: "see you all" } }]);
    expect((await channel.ask("GET", "log?level=loud")).status).toBe(400);
  });

  it("is in the list of channels, by the name it has today", async () => {
    const channel = await openChannel();
    const listed: unknown = await (await askProduct("GET", "/api/channels")).json();
    expect(itemsIn(listed)).toContainEqual({ id: channel.id, login: channel.broadcaster.login });
  });
});

async function health() {
  const answer = await fetch(`${place.product}/health`);
  return { code: answer.status, ...((await answer.json()) as { readonly failing: readonly string[] }) };
}

describe("the health of the house", () => {
  it("is bad while something decided cannot be done, or chat is not heard", async () => {
    const channel = await openChannel();
    expect((await status(channel)).failing).toEqual([]);
    const mend = await channel.goesWrong({ path: "/eventsub/subscriptions", status: 403 });
    await channel.revoke("notification_failures_exceeded");

    const bad = await until(health, ({ failing }) => failing.includes("chat is not heard"));
    expect(bad).toMatchObject({ code: 500, status: "failing" });
    await mend();
    await channel.ask("POST", "setup");
    expect((await status(channel)).failing).toEqual([]);
  });
});
