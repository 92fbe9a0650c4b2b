import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Channel, openChannel, people } from "./channel.ts";
import { knock } from "./knock.ts";
import { askProduct, askWorld, goesWrong, logged, place, places } from "./place.ts";
import { Person, PostOf } from "./telegram.ts";
import { callsGuest, Chat, sendsInline, untilMessage } from "./telegram-chats.ts";

/** The configurations' secrets, and every code, token and cookie that was issued since the first story. */
const secrets = () => places.flatMap(({ secretsFile }) => readFileSync(secretsFile, "utf8").split("\n"));

/** What was logged wherever stories were told. */
const loggedAnywhere = () => places.flatMap((where) => logged("", where));

/** What every world answers. */
const askWorlds = (path: string) =>
  Promise.all(places.map(async ({ world }) => (await fetch(world + path)).text()));

/** Whoever has the address of a file may fetch it: this is how the world signs them. */
const signed = /sig_[\da-f]{32}/;

const seenIn = (texts: readonly string[]) => [
  ...secrets().flatMap((secret) => texts.filter((text) => text.includes(secret))),
  ...texts.filter((text) => signed.test(text)),
];

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

/** The same for the downloader bot: every platform and its back end, and all that can go wrong between them and Telegram. */
async function troubledVideos(): Promise<Person> {
  const [ann, chat, elsewhere] = [new Person(), new Chat(), new Chat()];
  const [forbidden, broken, slow, gone] = [new PostOf(), new PostOf(), new PostOf(), new PostOf()];
  const [guest, placed] = [new PostOf(), new PostOf()];
  await forbidden.is({ failure: "cdn-403", times: 1 });
  await gone.is({ failure: "private" });
  await broken.is({ failure: "breaks", at: 0.5, times: 1 });
  await slow.is({ ratePerSecond: 1_000_000 });
  const [instagram, youtube] = [new PostOf("instagram"), new PostOf("youtube")];
  await goesWrong("qstash", { reset: true, times: 1 });
  await goesWrong("redis", { status: 500, times: 2 });
  await goesWrong("redis", { reset: true, times: 2 });
  const telegrams = { channel: String(ann.id), path: "/sendMessage", times: 1 };
  await goesWrong("telegram", { ...telegrams, reset: true });
  await goesWrong("telegram", { ...telegrams, status: 500, body: "not JSON" });
  const all = [slow, instagram, youtube, broken, forbidden, gone];
  await ann.say(all.map(({ url }) => url).join(" "));
  await ann.say("/help");
  await goesWrong("telegram", { path: "/sendVideo", reset: true, late: true, times: 1 });
  await ann.untilVideos(all.length - 1);
  await sendsInline(ann, chat, placed.url);
  await untilMessage(ann, chat, ({ video }) => video !== undefined);
  await callsGuest(ann, elsewhere, `@taproom_video_bot ${guest.url}`);
  await untilMessage(ann, elsewhere, ({ video }) => video !== undefined);
  await ann.untilHears(new RegExp(`${gone.id}/?\\nError`));
  await fetch(`${place.product}/telegram/downloader`, { method: "POST", body: "{", headers: wrongSecret });
  await fetch(`${place.product}/jobs/download`, { method: "POST", body: "{}", headers: wrongSignature });
  return ann;
}

const wrongSecret = { "X-Telegram-Bot-Api-Secret-Token": "not-the-secret" };
const wrongSignature = { "Upstash-Signature": "not.a.signature" };

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
    "/api/downloads/users",
    "/api/openapi.json",
    "/api/docs",
    "/metrics",
  ].map((path) => fetch(place.product + path));
  const wrongToken = new URLSearchParams({ account: "bot", token: "wrong" });
  const others = [
    channel.ask("POST", "setup"),
    channel.ask("PUT", "settings", { adminToken: place.adminToken.length }),
    askProduct("GET", "/api/channels/0/status"),
    askProduct("GET", "/metrics"),
    askProduct("POST", "/api/downloads/setup"),
    askProduct("PUT", "/api/downloads/platforms/tiktok/settings", { browsers: place.adminToken }),
    ...["health", "platforms/tiktok/settings", "users", "dead-letters", "summary", "top-videos"].map((path) =>
      askProduct("GET", `/api/downloads/${path}`),
    ),
    fetch(`${place.product}/telegram/downloader`, { method: "POST", body: "{}", headers: wrongSecret }),
    fetch(`${place.product}/jobs/download`, { method: "POST", body: "{}", headers: wrongSignature }),
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
  let ann: Person;
  beforeAll(async () => {
    [channel, ann] = await Promise.all([troubledEvening(), troubledVideos()]);
  });

  it("are known to this story: the configuration's, and those Twitch has issued", () => {
    expect(secrets().length).toBeGreaterThan(10);
    // A cookie is base64, everything else of this length is not.
    expect(secrets().filter((secret) => /^[\w+/]{32}$/.test(secret) && /[A-Z]/.test(secret))).not.toEqual([]);
    expect(secrets().every((secret) => secret.length >= 30)).toBe(true);
    expect(secrets()).toEqual(
      expect.arrayContaining([place.adminToken, place.telegramSecret, place.redisToken]),
    );
  });

  it("are in no line of the log, also where it tells of tokens", () => {
    const lines = loggedAnywhere();
    expect(lines.length).toBeGreaterThan(10);
    for (const told of ["identity.", "download.", "request.", "telegram."])
      expect([told, lines.some((line) => line.includes(told))]).toEqual([told, true]);
    expect(seenIn(lines)).toEqual([]);
  });

  it("are looked for in lines of the product's own: each says when, how grave and what", () => {
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const level = expect.stringMatching(/^(debug|info|warn|error)$/);
    const event = expect.stringMatching(/^[a-z-]+\.[a-z-]+$/);
    // workerd has a word now and then too; nothing may reach it that we did not catch.
    const lines = loggedAnywhere();
    const ours = lines.filter((line) => line.includes('"event"'));
    const others = lines.filter((line) => !line.includes('"event"'));
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
    const said = [JSON.stringify(await channel.state()), JSON.stringify(await ann.sees())];
    const shown = [await askWorlds("/calls"), await askWorlds("/qstash/messages")].flat();
    expect(seenIn([...said, ...shown])).toEqual([]);
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
