/** The live log: what the house does, seen as it happens, by whoever may. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { moderator, owner } from "./admin/browser.ts";
import { type Channel, openChannel, people } from "./channel.ts";
import { bearer, Follower, knocksAtLog, type LogLine } from "./follower.ts";
import { askProduct, callsSince, goesWrong, place, until } from "./place.ts";
import { openTaproom } from "./setup.ts";

const partOf = ({ id }: Channel) => ({ part: `channel ${id}` });
const eventsOf = (lines: readonly LogLine[]) => lines.map(({ event }) => event);
const viewers = (lines: readonly LogLine[]) => lines.map(({ facts }) => facts["viewer"]);
const of = (lines: readonly LogLine[], wanted: string) => lines.filter(({ event }) => event === wanted);

async function latest(filter: Readonly<Record<string, string>>): Promise<readonly LogLine[]> {
  const answer = await askProduct("GET", `/api/logs?${new URLSearchParams(filter)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: LogLine[] }).items;
}

const isSaid = ({ facts }: LogLine) => facts["effect"] === "say";

/** A viewer who is called so redeems something. */
const redeemsAs = (channel: Channel, login: string) =>
  channel.notify("channel.channel_points_custom_reward_redemption.add", {
    event: { id: randomUUID(), reward: { key: "boar" }, user_id: "77", user_login: login, user_name: login },
  });

describe("whoever follows the log", () => {
  it("sees the last fifty lines, and then what happens as it happens", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    for (let n = 0; n < 60; n += 1) await redeemsAs(channel, `viewer${n}`);
    await until(
      () => latest({ ...partOf(channel), text: "redemption.entered" }),
      ({ length }) => length === 60,
    );
    const follower = await Follower.open({ ...partOf(channel), text: "redemption.entered" });
    expect(viewers(follower.lines)).toEqual(Array.from({ length: 50 }, (_, n) => `viewer${n + 10}`));
    const redemption = await channel.redeem("boar", ann);
    const seen = await follower.untilSeen(({ length }) => length === 51);
    expect(seen.at(-1)).toEqual({
      at: expect.stringMatching(/^\d{4}-.+Z$/),
      level: "info",
      event: "redemption.entered",
      part: `channel ${channel.id}`,
      facts: { reward: "boar", redemption, viewer: "ann" },
    });
    follower.leave();
  });

  it("sees what the bot says and does, and a line of chat that it does not answer is none", async () => {
    const [ann] = people("ann");
    const channel = await openChannel({ chatters: [ann] });
    const follower = await Follower.open(partOf(channel));
    await channel.say(ann, "hello everybody");
    await channel.say(ann, "!жопа");
    // One in ten is kicked first, which is another effect.
    const said = await follower.untilSeen((lines) => of(lines, "effect.done").some(isSaid));
    expect(of(said, "effect.done").find(isSaid)?.facts).toMatchObject({ text: expect.any(String) });
    expect(JSON.stringify(said)).not.toContain("hello");
    follower.leave();
  });

  it("chooses lines by part, level, text and trace", async () => {
    const [ann] = people("ann");
    const [channel, another] = [await openChannel({ chatters: [ann] }), await openChannel()];
    await channel.goesWrong({ path: "/chat/messages", status: 403 });
    const all = await Follower.open({ part: "channel", text: channel.id });
    const serious = await Follower.open({ ...partOf(channel), level: "warn" });
    const elsewhere = await Follower.open(partOf(another));
    await redeemsAs(another, "carl");
    await redeemsAs(channel, "Bob");
    await all.untilSeen((lines) => of(lines, "redemption.entered").length === 1);
    await serious.untilSeen(({ length }) => length > 0);
    await elsewhere.untilSeen((lines) => of(lines, "redemption.entered").length === 1);
    expect(new Set(serious.lines.map(({ level }) => level))).toEqual(new Set(["warn"]));
    expect(new Set(elsewhere.lines.map(({ part }) => part))).toEqual(new Set([`channel ${another.id}`]));

    const chosen = await all.chooses({ ...partOf(channel), text: "BOB" });
    expect(viewers(chosen)).toEqual(["Bob"]);
    expect(await all.chooses({ traceId: "no-such-trace" })).toEqual([]);
    for (const follower of [all, serious, elsewhere]) follower.leave();
  });

  it("is answered when they ask whether anybody is there", async () => {
    const follower = await Follower.open();
    await expect(follower.ping()).resolves.toBeUndefined();
    follower.leave();
  });

  it.each([
    ["what is no filter", "{}x", 1008],
    ["a filter for what does not exist", '{"color":"red"}', 1008],
    ["bytes", Buffer.from([1, 2, 3]), 1008],
    ["too much", JSON.stringify({ text: "x".repeat(5_000) }), 1009],
  ])("and writes %s is hung up on", async (_, message, code) => {
    const follower = await Follower.open();
    follower.write(message);
    expect(await follower.untilClosed()).toBe(code);
  });

  it("and writes more often than anybody chooses is hung up on", async () => {
    const follower = await Follower.open();
    for (let n = 0; n < 101; n += 1) follower.write('{"level":"error"}');
    expect(await follower.untilClosed()).toBe(1008);
    expect(follower.frames).toHaveLength(101);
  });

  it("sees what a viewer's name does to nobody: no control character, no line of its own, no markup", async () => {
    const channel = await openChannel();
    const follower = await Follower.open(partOf(channel));
    const login = '<script>alert(1)</script>\u001b[2J\r\n{"level":"error"}\u202e\u2028';
    await redeemsAs(channel, login);
    const [line] = await until(
      async () => of(follower.lines, "redemption.entered"),
      ({ length }) => length > 0,
    );
    const harmless = String.raw`<script>alert(1)</script>\u001b[2J\u000d\u000a{"level":"error"}\u202e\u2028`;
    expect(line?.facts["viewer"]).toBe(harmless);
    expect((await latest({ ...partOf(channel), text: "<SCRIPT>" }))[0]?.facts["viewer"]).toBe(harmless);
    follower.leave();
  });

  it("sees no secret", async () => {
    const secret = "123456789:AAF-a-token-of-some-bot";
    const follower = await Follower.open({ part: "door api", level: "error" });
    const body = {
      ok: false,
      error_code: 400,
      description: `Bad Request: /bot${secret}/getMe says "hello dear"`,
    };
    await goesWrong("telegram", { path: "/getMe", status: 400, body, times: 1 });
    await askProduct("POST", "/api/downloads/setup");
    const seen = await follower.untilSeen((lines) => of(lines, "door.failed").length > 0);
    expect(JSON.stringify(seen)).not.toMatch(/AAF-a-token|hello dear/);
    follower.leave();
  });

  it("may be one of fifty: what they see costs no call of Redis", async () => {
    const channel = await openChannel();
    const followers = await Promise.all(Array.from({ length: 50 }, () => Follower.open(partOf(channel))));
    const since = Date.now();
    await redeemsAs(channel, "ann");
    for (const follower of followers)
      await follower.untilSeen((lines) => of(lines, "redemption.entered").length === 1);
    expect(await callsSince(since, "redis")).toEqual([]);
    for (const follower of followers) follower.leave();
  });
});

describe("the latest lines", () => {
  it("are as many as are wanted, the oldest first", async () => {
    const channel = await openChannel();
    for (let n = 0; n < 5; n += 1) await redeemsAs(channel, `viewer${n}`);
    const wanted = { ...partOf(channel), text: "redemption.entered" };
    await until(
      () => latest(wanted),
      ({ length }) => length === 5,
    );
    expect(viewers(await latest({ ...wanted, limit: "2" }))).toEqual(["viewer3", "viewer4"]);
    expect(viewers(await latest({ ...wanted, limit: "5000" }))).toEqual(
      Array.from({ length: 5 }, (_, n) => `viewer${n}`),
    );
  });

  it.each(["limit=0", "limit=5001", "limit=many", "level=loud"])(
    "cannot be asked for with %s",
    async (query) => {
      expect((await askProduct("GET", `/api/logs?${query}`)).status).toBe(400);
    },
  );

  it("are kept over a restart, whatever the console is to print", async () => {
    const { place: other, restart, close } = await openTaproom({ LOG_LEVEL: "error" }, place.bundle);
    const events = async () => {
      const headers = { Authorization: `Bearer ${other.adminToken}` };
      const answer = await fetch(`${other.product}/api/logs?part=identity`, { headers });
      return eventsOf(((await answer.json()) as { items: LogLine[] }).items);
    };
    const before = await until(events, (seen) => seen.includes("identity.connected"));
    await restart();
    expect(await events()).toEqual(before);
    await close();
  });
});

describe("the door of the log", () => {
  it("is shut for whoever has neither session nor token", async () => {
    expect(await knocksAtLog({})).toBe(401);
    expect(await knocksAtLog({ Authorization: "Bearer guessed" })).toBe(401);
    expect(await knocksAtLog({ Cookie: "__Host-taproom=guessed", Origin: place.product })).toBe(401);
    expect((await fetch(`${place.product}/api/logs`)).status).toBe(401);
  });

  it("opens for the dashboard's own page, and for no other that has its cookie", async () => {
    const { Cookie, Origin } = (await owner()).forSocket;
    expect(await knocksAtLog({ Cookie, Origin })).toBe(101);
    expect(await knocksAtLog({ Cookie })).toBe(403);
    expect(await knocksAtLog({ Cookie, Origin: "https://evil.test" })).toBe(403);
    expect(await knocksAtLog({ Cookie, Origin: "null" })).toBe(403);
    expect(await knocksAtLog({ Cookie, Origin, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  });

  it("wants a WebSocket, and a filter that is one", async () => {
    expect((await askProduct("GET", "/api/logs/live")).status).toBe(426);
    expect(await knocksAtLog(bearer(), { level: "loud" })).toBe(400);
  });

  it("lets a session have eight sockets", async () => {
    const { forSocket: session } = await owner();
    const followers = await Promise.all(Array.from({ length: 8 }, () => Follower.open({}, session)));
    expect(await knocksAtLog(session)).toBe(429);
    for (const follower of followers) follower.leave();
    await until(
      () => knocksAtLog(session),
      (status) => status === 101,
    );
  });
});

describe("a session that is over", () => {
  it("has its sockets hung up, and nobody else's", async () => {
    const [ending, staying] = [await owner(), await owner()];
    const mine = [await Follower.open({}, ending.forSocket), await Follower.open({}, ending.forSocket)];
    const others = [await Follower.open({}, staying.forSocket), await Follower.open()];
    expect((await ending.ask("DELETE", "/api/session")).status).toBe(200);
    for (const follower of mine) await follower.untilHungUp();
    expect(await mine[0]?.untilClosed()).toBe(4401);
    for (const follower of others) {
      await follower.ping();
      follower.leave();
    }
  });
});

describe("a moderator", () => {
  it("follows the log with the right to see it, and no longer", async () => {
    const [reader, writer] = [
      await moderator("log-reader", { logs: "see" }),
      await moderator("log-stranger", { channel: "change" }),
    ];
    expect(await knocksAtLog(writer.forSocket)).toBe(403);
    const follower = await Follower.open({}, reader.forSocket);
    await (
      await owner()
    ).ask("PUT", "/api/people/name:log-reader", {
      body: { name: "Reader", role: "moderator", rights: { overview: "see" } },
    });
    await follower.untilHungUp();
    expect(await knocksAtLog(reader.forSocket)).toBe(403);
  });
});
