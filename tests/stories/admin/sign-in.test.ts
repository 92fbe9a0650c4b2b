/** Coming into the panel and going: who is let in, and what nobody can do in somebody else's name. */
import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openChannel } from "../channel.ts";
import { goesWrong, place } from "../place.ts";
import { Browser, moderator, owner } from "./browser.ts";

const cookie = "__Host-taproom";

async function refusal(answer: Response) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const { status, code, attemptsLeft } = (await answer.json()) as Record<string, unknown>;
  return { status, code, ...(attemptsLeft !== undefined && { attemptsLeft }) };
}

describe.concurrent("the admin token", () => {
  it("begins a session whose cookie no script reads, and which goes nowhere else", async () => {
    const browser = new Browser();
    const answer = await browser.ask("POST", "/api/session/token", { body: { token: place.adminToken } });
    expect(await answer.json()).toMatchObject({ person: { id: "token", role: "owner" } });
    const [line = ""] = answer.headers.getSetCookie();
    expect(line.split("; ").slice(1).toSorted()).toEqual([
      "HttpOnly",
      "Max-Age=43200",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
    expect(line).toMatch(/^__Host-taproom=[\w-]{43};/);
    expect((await browser.get("/api/session")).status).toBe(200);
  });

  it("is wrong five times, then nobody there may try for a minute, not even with the right one", async () => {
    const browser = new Browser();
    const wrong = () => browser.ask("POST", "/api/session/token", { body: { token: "wrong" } });
    for (const attemptsLeft of [4, 3, 2, 1, 0])
      expect(await refusal(await wrong())).toEqual({ status: 401, code: "wrong-proof", attemptsLeft });
    const sixth = await browser.ask("POST", "/api/session/token", { body: { token: place.adminToken } });
    expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(await refusal(sixth)).toEqual({ status: 429, code: "too-many-tries" });
    expect((await owner()).cookies.size).toBe(1);
  });

  it("is not tried more than five times when all tries come at the same moment", async () => {
    const browser = new Browser();
    const tries = Array.from({ length: 20 }, () =>
      browser.ask("POST", "/api/session/token", { body: { token: "wrong" } }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it("is not looked for in whole books", async () => {
    const answer = await new Browser().ask("POST", "/api/session/token", {
      body: { token: "a".repeat(20_000) },
    });
    expect(await refusal(answer)).toEqual({ status: 413, code: "too-large" });
  });

  it("is counted by an address that only Cloudflare can write", async () => {
    const browser = new Browser();
    const wrong = (from: string) =>
      browser.ask("POST", "/api/session/token", {
        body: { token: "wrong" },
        headers: { "X-Forwarded-For": from },
      });
    for (let n = 0; n < 5; n++) await wrong(`203.0.113.${n}`);
    expect((await wrong("203.0.113.99")).status).toBe(429);
  });
});

const sessionsOf = async (browser: Browser) =>
  ((await (await browser.get("/api/sessions")).json()) as { items: { id: string; person: string }[] }).items;

describe.concurrent("a session", () => {
  it("is a new one at every sign-in, whatever cookie somebody has put there before", async () => {
    const browser = new Browser();
    browser.cookies.set(cookie, "chosen-by-somebody-else");
    expect((await browser.get("/api/session")).status).toBe(401);
    await browser.signInAsOwner();
    const first = browser.cookies.get(cookie);
    expect(first).not.toBe("chosen-by-somebody-else");
    await browser.signInAsOwner();
    expect(browser.cookies.get(cookie)).not.toBe(first);
  });

  it("is over when its owner signs out, and no other is", async () => {
    const [one, other] = await Promise.all([owner(), owner()]);
    const kept = new Map(one.cookies);
    expect((await one.ask("DELETE", "/api/session")).status).toBe(200);
    expect(one.cookies.has(cookie)).toBe(false);
    for (const [name, value] of kept) one.cookies.set(name, value);
    expect(await refusal(await one.get("/api/session"))).toEqual({ status: 401, code: "unauthorized" });
    expect((await other.get("/api/session")).status).toBe(200);
  });

  it("can be ended by an owner from elsewhere", async () => {
    const boss = await owner();
    const lost = await moderator("lost", { overview: "see" });
    const { items } = (await (await boss.get("/api/sessions")).json()) as {
      items: { id: string; person: string; isThis: boolean }[];
    };
    expect(items.filter(({ isThis }) => isThis)).toHaveLength(1);
    const found = items.find(({ person }) => person === "name:lost");
    expect((await boss.ask("DELETE", `/api/sessions/${found?.id}`)).status).toBe(200);
    expect((await lost.get("/api/session")).status).toBe(401);
    expect((await boss.get("/api/session")).status).toBe(200);
  });

  it("of somebody else's is neither seen nor ended by a moderator", async () => {
    const boss = await owner();
    const mod = await moderator("curious", { overview: "see" });
    expect(new Set((await sessionsOf(mod)).map(({ person }) => person))).toEqual(new Set(["name:curious"]));
    const [bosss] = (await sessionsOf(boss)).filter(({ person }) => person === "token");
    expect((await mod.ask("DELETE", `/api/sessions/${bosss?.id}`)).status).toBe(404);
  });
});

describe.concurrent("another site", () => {
  const change = { body: { name: "Mallory", role: "owner" } };

  it.each([
    ["says so", { Origin: "https://evil.example" }],
    ["hides it", { Origin: "null" }],
    ["says nothing", { Origin: undefined }],
    ["is a neighbour", { "Sec-Fetch-Site": "same-site" }],
    ["lies about its origin in a header that it can set", { "Sec-Fetch-Site": "cross-site" }],
  ])("changes nothing with a visitor's cookie: it %s", async (_, headers) => {
    const visitor = await owner();
    const answer = await visitor.ask("PUT", "/api/people/twitch:666", { ...change, headers });
    expect(await refusal(answer)).toEqual({ status: 403, code: "refused" });
    const { items } = (await (await visitor.get("/api/people")).json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).not.toContain("twitch:666");
  });

  it("signs nobody in or out", async () => {
    const visitor = await owner();
    const headers = { Origin: "https://evil.example" };
    const body = { token: place.adminToken };
    expect((await new Browser().ask("POST", "/api/session/token", { body, headers })).status).toBe(403);
    expect((await visitor.ask("DELETE", "/api/session", { headers })).status).toBe(403);
    expect((await visitor.get("/api/session")).status).toBe(200);
  });
});

/** The way there and back, as `userId`. */
async function overTwitch(browser: Browser, userId: string, back = browser): Promise<Response> {
  const begun = await browser.get("/api/session/twitch");
  const consent = new URL(begun.headers.get("location") ?? "");
  expect(consent.searchParams.get("scope") ?? "").toBe("");
  consent.searchParams.set("as", userId);
  const agreed = await fetch(place.world + consent.pathname + consent.search, { redirect: "manual" });
  const { pathname, search } = new URL(agreed.headers.get("location") ?? "");
  return back.get(pathname + search);
}

describe.concurrent("coming in over Twitch", () => {
  it("makes the broadcaster of a connected channel an owner", async () => {
    const channel = await openChannel();
    const browser = new Browser();
    expect((await overTwitch(browser, channel.id)).headers.get("location")).toBe("/");
    expect(await (await browser.get("/api/session")).json()).toMatchObject({
      person: { id: `twitch:${channel.id}`, role: "owner" },
    });
  });

  it("lets in whom an owner has invited by id, with the rights they were given", async () => {
    const boss = await owner();
    const body = { name: "Mod", role: "moderator", rights: { redemptions: "change" } };
    await boss.ask("PUT", "/api/people/twitch:4711", { body });
    const browser = new Browser();
    await overTwitch(browser, "4711");
    expect(await (await browser.get("/api/session")).json()).toMatchObject({
      person: { id: "twitch:4711", role: "moderator", rights: { redemptions: "change" } },
    });
  });

  it("lets no stranger in", async () => {
    const browser = new Browser();
    expect((await overTwitch(browser, "4712")).headers.get("location")).toBe("/?sign-in=not-let-in");
    expect(browser.cookies.has(cookie)).toBe(false);
  });

  it("ends in no other browser than it was begun in", async () => {
    const channel = await openChannel();
    const victim = new Browser();
    const answer = await overTwitch(new Browser(), channel.id, victim);
    expect(answer.headers.get("location")).toBe("/?sign-in=begin-again");
    expect(victim.cookies.has(cookie)).toBe(false);
  });

  it("ends once", async () => {
    const channel = await openChannel();
    const browser = new Browser();
    const begun = await browser.get("/api/session/twitch");
    const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const back = `/api/session/twitch/callback?state=${state}`;
    expect((await browser.get(`${back}&error=access_denied`)).headers.get("location")).toBe(
      "/?sign-in=no-consent",
    );
    expect((await browser.get(`${back}&code=any${channel.id}`)).headers.get("location")).toBe(
      "/?sign-in=begin-again",
    );
  });
});

const now = () => Math.floor(Date.now() / 1_000);

async function overTelegram(login: object, browser = new Browser()) {
  const begun = await browser.get("/api/session/telegram");
  const asked = new URL(begun.headers.get("location") ?? "");
  expect(asked.origin + asked.pathname).toBe("https://oauth.telegram.org/auth");
  expect(asked.searchParams.get("bot_id")).toBe("300");
  const state = new URL(asked.searchParams.get("return_to") ?? "").searchParams.get("telegram");
  return {
    browser,
    answer: await browser.ask("POST", "/api/session/telegram", { body: { state, login } }),
  };
}

describe.concurrent("coming in over Telegram", () => {
  const token = "300:embedded-forwarder";

  /** What Telegram says of somebody, signed: https://core.telegram.org/widgets/login#checking-authorization */
  function said(fields: Readonly<Record<string, string | number>>, by = token) {
    const text = Object.keys(fields)
      .toSorted()
      .map((name) => `${name}=${fields[name]}`)
      .join("\n");
    const key = createHash("sha256").update(by).digest();
    return { ...fields, hash: createHmac("sha256", key).update(text).digest("hex") };
  }

  it("makes an administrator of the configuration an owner", async () => {
    const login = said({ id: 7001, first_name: "Анна", username: "anna", auth_date: now() });
    const { browser, answer } = await overTelegram(login);
    expect(await answer.json()).toMatchObject({
      person: { id: "telegram:7001", name: "Анна", role: "owner" },
    });
    expect((await browser.get("/api/session")).status).toBe(200);
  });

  it.each([
    [
      "somebody else has signed",
      () => said({ id: 7001, first_name: "Eve", auth_date: now() }, "300:other"),
      401,
    ],
    [
      "was changed afterwards",
      () => ({ ...said({ id: 7002, first_name: "Eve", auth_date: now() }), id: 7001 }),
      401,
    ],
    ["is a quarter of an hour old", () => said({ id: 7001, first_name: "Eve", auth_date: now() - 900 }), 401],
    ["is of a stranger", () => said({ id: 7999, first_name: "Eve", auth_date: now() }), 403],
  ])("believes nothing that %s", async (_, login, status) => {
    const { browser, answer } = await overTelegram(login());
    expect(answer.status).toBe(status);
    expect(browser.cookies.has(cookie)).toBe(false);
  });
});

const byPassword = (name: string, tried: string, browser = new Browser()) =>
  browser.ask("POST", "/api/session/password", { body: { name, password: tried } });

const tookToRefuse = async (name: string) => {
  const begun = performance.now();
  await byPassword(name, "a wrong password, long enough");
  return performance.now() - begun;
};

describe.concurrent("a password", () => {
  const password = "correct horse battery staple";
  async function known(name: string) {
    const boss = await owner();
    await boss.ask("PUT", `/api/people/name:${name}`, {
      body: { name: `The ${name}`, role: "moderator", rights: {} },
    });
    const answer = await boss.ask("PUT", `/api/people/name:${name}/password`, { body: { password } });
    expect(answer.status).toBe(200);
    return boss;
  }
  it("opens, and a wrong one or an unknown name are told apart by nobody", async () => {
    await known("berta");
    expect((await byPassword("berta", password)).status).toBe(200);
    const wrong = await (await byPassword("berta", "a wrong password, long enough")).text();
    expect(await (await byPassword("nobody-at-all", "a wrong password, long enough")).text()).toBe(wrong);
  });

  it("of an unknown name takes as long to refuse", async () => {
    await known("clara");
    const rounds = 7;
    const [ofKnown, ofNobody]: [number[], number[]] = [[], []];
    for (let n = 0; n < rounds; n++) {
      ofKnown.push(await tookToRefuse("clara"));
      ofNobody.push(await tookToRefuse(`unknown-${n}`));
    }
    // The quickest of each: whatever else the machine does only adds. Without the hash that nobody has, it would take a tenth.
    expect(Math.min(...ofNobody)).toBeGreaterThan(Math.min(...ofKnown) / 2);
  });

  it("that somebody guesses from many addresses keeps them out, and not the one whose it is", async () => {
    await known("dora");
    const home = new Browser();
    expect((await byPassword("dora", password, home)).status).toBe(200);
    for (let n = 0; n < 5; n++)
      expect((await byPassword("dora", `guess number ${n} of many`)).status).toBe(401);
    expect((await byPassword("dora", password)).status).toBe(429);
    expect((await byPassword("dora", password, home)).status).toBe(200);
  });

  it("is refused where it is short, or has the name in it", async () => {
    const boss = await known("emma");
    const set = (tried: string) =>
      boss.ask("PUT", "/api/people/name:emma/password", { body: { password: tried } });
    expect((await set("short")).status).toBe(400);
    expect((await set("welcome back, The Emma!")).status).toBe(400);
  });

  it("that is replaced ends what the old one has begun", async () => {
    const boss = await known("frida");
    const browser = new Browser();
    await byPassword("frida", password, browser);
    const body = { password: "something else altogether" };
    await boss.ask("PUT", "/api/people/name:frida/password", { body });
    expect((await browser.get("/api/session")).status).toBe(401);
    expect((await byPassword("frida", password)).status).toBe(401);
  });
});

describe.concurrent("people", () => {
  it("may from one moment to the next what an owner gives them", async () => {
    const boss = await owner();
    const mod = await moderator("gerda", {});
    expect((await mod.get("/api/logs")).status).toBe(403);
    const body = { name: "Gerda", role: "moderator", rights: { logs: "see" } };
    await boss.ask("PUT", "/api/people/name:gerda", { body });
    expect((await mod.get("/api/logs")).status).toBe(200);
    await boss.ask("DELETE", "/api/people/name:gerda");
    expect((await mod.get("/api/logs")).status).toBe(401);
  });

  it("are found at Twitch by login and by id, by whoever sees a channel's settings", async () => {
    const channel = await openChannel();
    const login = `streamer${channel.id}`;
    const somebody = { id: channel.id, login };
    const mod = await moderator("jana", { channel: "see" });
    const asked = [`logins=${login.toUpperCase()},nobody_of_this_name`, `logins=${login}&ids=${channel.id}`];
    for (const query of asked) {
      const answer = await mod.get(`/api/twitch/people?${query}`);
      expect(await answer.json()).toMatchObject({ items: [somebody] });
    }
    expect((await mod.get("/api/twitch/people?logins=a%20b")).status).toBe(400);
    const other = await moderator("klara", { forwarder: "change" });
    expect((await other.get(`/api/twitch/people?logins=${login}`)).status).toBe(403);
  });

  it("are nobody's to change but an owner's, whatever rights somebody was given", async () => {
    const mod = await moderator("hanna", { overview: "change", channel: "change", console: "change" });
    const body = { name: "Hanna", role: "owner", rights: {} };
    expect((await mod.ask("PUT", "/api/people/name:hanna", { body })).status).toBe(403);
    expect((await mod.get("/api/audit")).status).toBe(403);
  });

  it("are changed in the audit's sight", async () => {
    const boss = await owner();
    const first = { name: "Ida", role: "moderator", rights: { logs: "see" } };
    await boss.ask("PUT", "/api/people/twitch:5001", { body: first });
    await boss.ask("PUT", "/api/people/twitch:5001", { body: { ...first, rights: { logs: "change" } } });
    const { items } = (await (await boss.get("/api/audit?limit=1000")).json()) as {
      items: Record<string, unknown>[];
    };
    const told = items.filter(({ subject }) => subject === "twitch:5001");
    expect(told).toMatchObject([
      {
        who: "token",
        what: "PUT /api/people/:id",
        before: { rights: { logs: "see" } },
        after: { rights: { logs: "change" } },
        ending: "done",
      },
      { what: "PUT /api/people/:id", after: { rights: { logs: "see" } }, ending: "done" },
    ]);
  });

  it("and their passwords are in no audit", async () => {
    const boss = await owner();
    await moderator("jutta", {});
    const told = await (await boss.get("/api/audit?limit=1000")).text();
    expect(told).toContain("PUT /api/people/:id/password");
    expect(told).not.toContain("a long night in the taproom");
  });
});

describe("while Twitch gives no answer", () => {
  it("whoever comes in over it is led back and told so", async () => {
    const browser = new Browser();
    const begun = await browser.get("/api/session/twitch");
    const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const mend = await goesWrong("twitch-id", { path: "/oauth2/token", status: 503 });
    const answer = await browser.get(`/api/session/twitch/callback?state=${state}&code=any`);
    await mend();
    expect(answer.headers.get("location")).toBe("/?sign-in=no-answer");
  });
});
