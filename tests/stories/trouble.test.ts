import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  bans,
  bansAsked,
  type Channel,
  crowd,
  ends,
  itemsIn,
  openChannel,
  people,
  person,
  type Seen,
  soaked,
  stateOf,
} from "./channel.ts";
import { askPostgres, askWorld, callsSince, goesWrong, logged, until } from "./place.ts";

const lastWords = /Выздоравливайте/;
/** Taproom has to answer within a few seconds, or Twitch takes the subscription away. */
const quick = 2_000;

/** However the keg has ended, it is one ending: nothing is said, done or paid twice. */
async function expectOneEnding(channel: Channel, keg: string, seen: Seen): Promise<void> {
  expect(seen.lines.toSorted()).toEqual([...new Set(seen.lines)].toSorted());
  const hit = await bans(channel);
  expect(hit).toEqual([...new Set(hit)]);
  expect(await ends(channel, keg)).toEqual([stateOf(seen, keg)]);
  expect(seen.redemptions.get(keg)).toBe(stateOf(seen, keg));
  expect(stateOf(seen, keg)).toBe(hit.length > 0 ? "FULFILLED" : "CANCELED");
  expect(channel.slowestAnswer).toBeLessThan(quick);
}

const looksAround = async (channel: Channel) =>
  (await channel.calls()).filter(({ path }) => path.endsWith("/chat/chatters"));

const deadLetters = async (channel: Channel) =>
  itemsIn<{ readonly why: string }>(await (await channel.ask("GET", "dead-letters")).json());

describe.concurrent("while Helix", () => {
  it.each([1, 2, 3])(
    "answers 500 to every second call, the keg ends once all the same (keg %i)",
    async () => {
      const chatters = crowd(8);
      const [host = person("nobody")] = chatters;
      const channel = await openChannel({ keg: { fuseSeconds: 2, victims: 5 }, chatters });
      for (const path of ["/moderation", "/chat/chatters", "/redemptions"])
        await channel.goesWrong({ path, status: 500, share: 0.5, times: 5 });
      // One line only: whether it was said after all is known after twenty seconds, and the others wait for it.
      await channel.goesWrong({ path: "/chat/messages", status: 500, share: 0.2, times: 1 });
      const keg = await channel.redeem("keg", host);

      const seen = await channel.untilOver(/Выздоравливайте|[Бб]аллы возвращаю/, 80_000);
      await expectOneEnding(channel, keg, seen);
      expect(await deadLetters(channel)).toEqual([]);
    },
  );

  it("wants no timeouts for some seconds (429), the bot speaks on, and then they land, each once", async () => {
    const [ann, bob, ...others] = people("ann", "bob", "carl", "dora");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob, ...others] });
    const reset = Math.ceil(Date.now() / 1_000) + 8;
    const headers = { "Ratelimit-Reset": String(reset) };
    const mend = await channel.goesWrong({ path: "/moderation/bans", status: 429, headers });
    const keg = await channel.redeem("keg", ann);
    await until(
      () => bansAsked(channel),
      (asked) => asked.length >= 4,
    );
    await mend();
    await channel.redeem("keg", bob);
    await channel.untilSaid(/@bob, одна кега уже открыта/);
    expect(Date.now()).toBeLessThan(reset * 1_000);

    const seen = await channel.untilOver(lastWords);
    const asked = await bansAsked(channel);
    expect(asked.map(({ status }) => status)).toEqual([429, 429, 429, 429, 200, 200, 200, 200]);
    expect(Math.min(...asked.slice(4).map(({ at }) => at))).toBeGreaterThanOrEqual(reset * 1_000);
    await expectOneEnding(channel, keg, seen);
    expect(soaked(seen)).toEqual(["ann", "bob", "carl", "dora"]);
  });

  it("says that somebody else is changing that person (409), the timeout is tried again", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
    await channel.goesWrong({ path: "/moderation/bans", status: 409, times: 3 });
    const keg = await channel.redeem("keg", ann);

    const seen = await channel.untilOver(lastWords);
    await expectOneEnding(channel, keg, seen);
    expect(soaked(seen)).toEqual(["ann", "bob"]);
    expect((await bansAsked(channel)).filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it("hides who moderates, moderators are refused as victims (400), and others take their place", async () => {
    const moderators = ["mod1", "mod2", "mod3"].map((login) => person(login, "moderator"));
    const viewers = crowd(3);
    const [host = person("nobody")] = viewers;
    const chatters = [...moderators, ...viewers];
    const channel = await openChannel({ keg: { fuseSeconds: 1, victims: 3 }, chatters });
    const nobody = { data: [], pagination: {} };
    await channel.goesWrong({ path: "/moderation/moderators", status: 200, body: nobody });
    const keg = await channel.redeem("keg", host);

    const seen = await channel.untilOver(lastWords);
    await expectOneEnding(channel, keg, seen);
    expect(soaked(seen)).toEqual(["viewer1", "viewer2", "viewer3"]);
    expect(seen.lines).toContainEqual(expect.stringMatching(/Облиты 3 зрителя/));
  });

  it("says the lines and loses the answers, each is said once and none is missing", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 15 }, chatters: [ann] });
    await channel.goesWrong({ path: "/chat/messages", late: true, reset: true, times: 6 });
    const keg = await channel.redeem("keg", ann);

    const seen = await channel.untilOver(lastWords);
    await expectOneEnding(channel, keg, seen);
    expect(seen.lines).toEqual(
      ["⠀", "🍺", "🐗", "💣", "Кто вообще", "Ни один", "⠀", "💥", "Пивная кома"].map((beginning) =>
        expect.stringMatching(new RegExp(`^${beginning}`, "u")),
      ),
    );
  });

  it.each([
    ["breaks the line", { reset: true }],
    ["answers 502", { status: 502 }],
  ])("%s before a line was said, it is said no more than once, and the keg goes on", async (_, fault) => {
    const [ann] = people("ann");
    const channel = await openChannel({ keg: { fuseSeconds: 2 }, chatters: [ann] });
    await channel.goesWrong({ path: "/chat/messages", times: 3, ...fault });
    const keg = await channel.redeem("keg", ann);

    const seen = await channel.untilOver(lastWords);
    await expectOneEnding(channel, keg, seen);
    expect(soaked(seen)).toEqual(["ann"]);
  });

  it("drops a line, it is not said again, and the reason can be read", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const drop_reason = { code: "msg_rejected", message: "Your message is being checked by mods." };
    const body = { data: [{ message_id: "", is_sent: false, drop_reason }] };
    await channel.goesWrong({ path: "/chat/messages", status: 200, body, times: 1 });
    await channel.redeem("boar", ann);

    const buried = await until(
      () => deadLetters(channel),
      ({ length }) => length > 0,
    );
    expect(buried).toMatchObject([{ why: "msg_rejected: Your message is being checked by mods." }]);
    const seen = await channel.until(({ ledger }) => ledger[0]?.state === "CANCELED");
    expect(seen.lines).toEqual([]);
  });

  it("loses the answer while it tells us of no chat, the line is not said again", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const mend = await channel.goesWrong({ path: "/eventsub/subscriptions", status: 503 });
    await channel.revoke("notification_failures_exceeded");
    await channel.goesWrong({ path: "/chat/messages", late: true, reset: true, times: 1 });
    const event = { id: randomUUID(), user_id: ann.id, reward: { key: "boar" } };
    await channel.notify("channel.channel_points_custom_reward_redemption.add", { event });

    await until(
      () => channel.counts(),
      ({ outbox }) => outbox === 0,
    );
    expect((await channel.look()).lines).toHaveLength(1);
    await mend();
  });

  it("lets the bot say no more just now, the line is said when it may, once", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const drop_reason = { code: "msg_ratelimit", message: "You are sending messages too quickly." };
    const body = { data: [{ message_id: "", is_sent: false, drop_reason }] };
    await channel.goesWrong({ path: "/chat/messages", status: 200, body, times: 2 });
    await channel.redeem("boar", ann);

    expect((await channel.untilOver(/кеги пока нет/)).lines).toHaveLength(1);
    expect(await deadLetters(channel)).toEqual([]);
  });

  it("is silent for ten seconds, the keg is played with whoever wrote lately", async () => {
    const [ann, bob, lurker] = people("ann", "bob", "lurker");
    const moderator = person("mod", "moderator");
    const chatters = [ann, bob, lurker, moderator];
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters });
    for (const writer of [ann, bob, moderator]) await channel.say(writer, "hello");
    const mend = await channel.goesWrong({ blackhole: true });
    const keg = await channel.redeem("keg", ann);
    // The second attempt comes when the first has been given up.
    await until(
      () => looksAround(channel),
      ({ length }) => length === 2,
    );
    const boar = await channel.redeem("boar", bob);
    await mend();

    const seen = await channel.untilOver(lastWords);
    await expectOneEnding(channel, keg, seen);
    expect(await ends(channel, boar)).toEqual([stateOf(seen, boar)]);
    expect(soaked(seen)).not.toContain("mod");
  });
});

describe.concurrent("when a broadcaster takes the consent back", () => {
  it("Taproom says so, goes on without rewards, and catches up when the broadcaster signs in again", async () => {
    const [ann, bob] = people("ann", "bob");
    const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
    await askWorld("POST", "/twitch/tokens/expire", { userId: channel.id, consent: "withdraw" });

    const standing = await until(
      () => channel.standing(),
      ({ problems }) => problems.some((problem) => problem.startsWith("Rewards are off")),
    );
    expect(standing.subscriptions).toContain("channel.chat.message");
    expect(standing.subscriptions).not.toContain("channel.channel_points_custom_reward_redemption.add");
    // Points can still be spent at Twitch, which tells nobody.
    const keg = await channel.redeemUnheard("keg", ann);
    expect((await channel.ask("POST", "setup")).status).toBe(200);
    // A refused refresh token stays refused, so Twitch is asked once at most.
    const refusals = logged("identity.not-renewed").filter((line) => line.includes(`"${channel.id}"`));
    expect(refusals.length).toBeLessThanOrEqual(1);

    await channel.connect();
    const seen = await channel.untilOver(lastWords);
    expect(stateOf(seen, keg)).toBe("FULFILLED");
    expect(await ends(channel, keg)).toEqual(["FULFILLED"]);
  });
});

const outages: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  refuses: async () => {
    await askWorld("POST", "/services/postgres/stop");
    return () => askWorld("POST", "/services/postgres/start");
  },
  "is silent": () => goesWrong("postgres", { blackhole: true }),
  "takes five seconds": () => goesWrong("postgres", { delayMs: 5_000 }),
};

describe.concurrent(`while Postgres ${Object.keys(outages).join(", ")}`, () => {
  it("a keg is played as ever, and its rows arrive later, once", async () => {
    const kegs = [];
    for (const outage of Object.values(outages)) kegs.push(await playDuring(outage));

    for (const { channel, ids } of kegs) {
      const results = await until(
        () => rowsOf("game_results", channel),
        ({ length }) => length > 0,
      );
      expect(results).toMatchObject([{ id: ids[0], ending: "burst" }]);
      const redemptions = await rowsOf("redemptions", channel);
      expect(redemptions.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      expect(redemptions.map(({ status }) => status)).toEqual(["FULFILLED", "FULFILLED"]);
      expect(await rowsOf("players", channel)).toHaveLength(2);
      expect(await channel.counts()).toMatchObject({ journal: 0, deadLetters: 0 });
    }
  });
});

const rowsOf = (table: string, { id }: Channel) =>
  askPostgres(`select * from ${table} where channel_id = $1`, id);

/** A keg to its end, while Postgres is away; the outage is over when Taproom has tried to write it down. */
async function playDuring(outage: () => Promise<() => Promise<void>>) {
  const [ann, bob] = people("ann", "bob");
  const channel = await openChannel({ keg: { fuseSeconds: 4, boarsNeeded: 5 }, chatters: [ann, bob] });
  const mend = await outage();
  const since = Date.now();
  const keg = await channel.redeem("keg", ann);
  await channel.untilSaid(/вскрывает/);
  const boar = await channel.redeem("boar", bob);

  const seen = await channel.untilOver(lastWords);
  await expectOneEnding(channel, keg, seen);
  expect(soaked(seen)).toEqual(["ann", "bob"]);
  await until(
    () => callsSince(since, "postgres"),
    (asked) => asked.some(({ body }) => JSON.stringify(body).includes(keg)),
  );
  await mend();
  return { channel, ids: [keg, boar] };
}
