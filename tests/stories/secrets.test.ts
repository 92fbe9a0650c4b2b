import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Channel, openChannel, people } from "./channel.ts";
import { knock } from "./knock.ts";
import { askProduct, askWorld, logged, place } from "./place.ts";

/** The configuration's secrets, and every code and token that Twitch has issued since the first story. */
const secrets = () => readFileSync(place.secretsFile, "utf8").split("\n");

const seenIn = (texts: readonly string[]) =>
  secrets().flatMap((secret) => texts.filter((text) => text.includes(secret)));

/** Everything in which a secret might be said: a keg, refusals, renewed and withdrawn tokens, a broken consent. */
async function troubledEvening(): Promise<Channel> {
  const [ann, bob] = people("ann", "bob");
  const channel = await openChannel({ keg: { fuseSeconds: 1 }, chatters: [ann, bob] });
  await askWorld("POST", "/twitch/tokens/expire", {});
  await channel.goesWrong({ path: "/moderation", status: 500, times: 2 });
  await channel.goesWrong({ path: "/chat/messages", reset: true, times: 1 });
  await channel.redeem("keg", ann);
  await channel.untilOver(/Выздоравливайте/, 50_000);
  await askWorld("POST", "/twitch/tokens/expire", { userId: channel.id, consent: "withdraw" });
  await channel.ask("POST", "setup");
  await channel.redeemUnheard("boar", bob);
  await knock({ body: "{}", secret: "not-the-secret" });
  await knock({ body: "{" });
  return channel;
}

/** Whatever the product answers to whoever asks, knowing the admin token or not. */
async function answers(channel: Channel): Promise<string[]> {
  const asOwner = [
    "settings",
    "redemptions",
    "dead-letters",
    "status",
    "features",
    "players",
    "log?limit=1000",
  ].map((path) => channel.ask("GET", path));
  const callback = "/twitch/oauth/callback";
  const asAnybody = [
    "/health",
    "/twitch/oauth",
    `${callback}?code=guessed&state=guessed`,
    `${callback}?error=access_denied&error_description=no&state=x`,
    "/api/channels/1001/settings",
  ].map((path) => fetch(place.product + path));
  const wrongToken = new URLSearchParams({ account: "bot", token: "wrong" });
  const others = [
    channel.ask("POST", "setup"),
    channel.ask("PUT", "settings", { adminToken: place.adminToken.length }),
    askProduct("GET", "/api/channels/0/status"),
    fetch(`${place.product}/twitch/oauth/start`, { method: "POST", body: wrongToken }),
    begin(),
  ];
  const all = await Promise.all([...asOwner, ...asAnybody, ...others]);
  return Promise.all(
    all.map(async (answer) => `${JSON.stringify([...answer.headers])} ${await answer.text()}`),
  );
}

const begin = () =>
  fetch(`${place.product}/twitch/oauth/start`, {
    method: "POST",
    body: new URLSearchParams({ account: "bot", token: place.adminToken }),
    redirect: "manual",
  });

describe("secrets and tokens", () => {
  let channel: Channel;
  beforeAll(async () => {
    channel = await troubledEvening();
  });

  it("are known to this story: the configuration's, and those Twitch has issued", () => {
    expect(secrets().length).toBeGreaterThan(10);
    expect(secrets().every((secret) => secret.length >= 30)).toBe(true);
    expect(secrets()).toContain(place.adminToken);
  });

  it("are in no line of the log, also where it tells of tokens", () => {
    expect(logged().length).toBeGreaterThan(10);
    expect(logged("identity.")).not.toEqual([]);
    expect(seenIn(logged())).toEqual([]);
  });

  it("are looked for in lines of the product's own: each says when, how grave and what", () => {
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const level = expect.stringMatching(/^(debug|info|warn|error)$/);
    const event = expect.stringMatching(/^[a-z-]+\.[a-z-]+$/);
    // workerd has a word now and then too; nothing may reach it that we did not catch.
    const [ours, others] = [logged('"event"'), logged().filter((line) => !line.includes('"event"'))];
    for (const line of ours) expect(JSON.parse(line)).toMatchObject({ at: moment, level, event });
    expect(others.filter((line) => /uncaught|unhandled/i.test(line))).toEqual([]);
  });

  it("are in no answer, whoever asks", async () => {
    const given = await answers(channel);
    expect(given.length).toBeGreaterThan(10);
    expect(seenIn(given)).toEqual([]);
  });

  it("are in no line that the bot says, and in nothing that the world shows of its calls", async () => {
    const calls = await askWorld<object[]>("GET", "/calls");
    expect(calls.length).toBeGreaterThan(10);
    expect(seenIn([JSON.stringify(await channel.state()), JSON.stringify(calls)])).toEqual([]);
  });

  it("travel to nobody else: a sign-in leads to Twitch, with a state that is only for this browser", async () => {
    const answer = await begin();
    const to = new URL(answer.headers.get("Location") ?? "");
    expect(to.origin).toBe("https://id.twitch.tv");
    expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-.*HttpOnly; Secure; SameSite=Lax/);
    const code = `?code=x&state=${to.searchParams.get("state")}`;
    expect((await fetch(`${place.product}/twitch/oauth/callback${code}`)).status).toBe(400);
  });
});
