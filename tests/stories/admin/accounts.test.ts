/** What Taproom is connected with: who connects it, what is missing, and how it is given back. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Channel, openChannel } from "../channel.ts";
import { askProduct, askWorld, goesWrong, place, until } from "../place.ts";
import { type Browser, moderator, owner } from "./browser.ts";

interface Accounts {
  readonly twitch: readonly {
    readonly id: string;
    readonly is: string;
    readonly missingScopes: readonly string[];
    readonly renewedAt?: string;
  }[];
  readonly telegram: readonly { readonly bot: string; readonly who?: { readonly username: string } }[];
  readonly keys: readonly {
    readonly id: string;
    readonly isCurrent: boolean;
    readonly seals: readonly string[];
  }[];
  readonly variables: readonly { readonly name: string; readonly isSet: boolean }[];
}

const look = async () => (await (await askProduct("GET", "/api/accounts")).json()) as Accounts;
const broadcasterOf = ({ twitch }: Accounts, channel: Channel) => twitch.find(({ id }) => id === channel.id);

interface Attention {
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
}
const attention = async () => {
  const answer = await askProduct("GET", "/api/overview");
  return ((await answer.json()) as { readonly attention: readonly Attention[] }).attention;
};

/** Goes from the dashboard over Twitch and back, agreeing to whatever `agree` leaves of the scopes. Answers with the last page. */
async function connect(
  browser: Browser,
  as: string,
  agree = (scopes: readonly string[]): readonly string[] => scopes,
): Promise<Response> {
  const begun = await browser.ask("POST", "/api/accounts/twitch/broadcaster/connect");
  const { url } = (await begun.json()) as { url: string };
  const there = await browser.get(pathOf(url));
  const consent = new URL(there.headers.get("location") ?? "");
  const asked = (consent.searchParams.get("scope") ?? "").split(" ");
  consent.searchParams.set("scope", agree(asked).join(" "));
  consent.searchParams.set("as", as);
  const agreed = await fetch(place.world + consent.pathname + consent.search, { redirect: "manual" });
  return browser.get(pathOf(agreed.headers.get("location") ?? ""));
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

describe.concurrent("an owner at the dashboard", () => {
  it("connects a broadcaster without a token, and what was not agreed to is told", async () => {
    const channel = await openChannel({ signedIn: false });
    const browser = await owner();
    const page = await connect(browser, channel.id, (scopes) =>
      scopes.filter((scope) => scope !== "moderation:read"),
    );
    expect(await page.text()).toContain("moderation:read");
    expect(broadcasterOf(await look(), channel)).toMatchObject({
      is: "connected",
      missingScopes: ["moderation:read"],
      renewedAt: expect.any(String),
    });
    await until(attention, (told) =>
      told.some(({ code, args }) => code === "scopes-missing" && args["name"] === channel.broadcaster.login),
    );
    const audit = await (await askProduct("GET", "/api/audit?what=account.connected")).text();
    expect(audit).toContain(channel.broadcaster.login);
  });

  it("begins it with the form too, as long as the form is the house's own", async () => {
    const browser = await owner();
    const start = (headers: Readonly<Record<string, string>>) =>
      browser.ask("POST", "/twitch/oauth/start", {
        headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
        form: "account=bot",
      });
    expect((await start({})).headers.get("location")).toMatch(/^https:\/\/id\.twitch\.tv\/oauth2\/authorize/);
    expect((await start({ Origin: "https://evil.example" })).status).toBe(403);
  });

  it("is the only one who may", async () => {
    const channel = await openChannel();
    const somebody = await moderator(`nosy${channel.id}`, { console: "change", overview: "see" });
    expect((await somebody.ask("GET", "/api/accounts")).status).toBe(403);
    expect((await somebody.ask("POST", "/api/accounts/twitch/bot/connect")).status).toBe(403);
    expect((await somebody.ask("DELETE", "/api/accounts/twitch/bot")).status).toBe(403);
    const form = { headers: { "Content-Type": "application/x-www-form-urlencoded" }, form: "account=bot" };
    expect((await somebody.ask("POST", "/twitch/oauth/start", form)).status).toBe(403);
    expect((await fetch(`${place.product}/twitch/oauth/begin?ticket=forged`)).status).toBe(400);
  });
});

describe.concurrent("a consent that is given back", () => {
  it("is forgotten here and at Twitch, and somebody has to sign in again", async () => {
    const channel = await openChannel();
    const before = Date.now();
    expect((await askProduct("DELETE", `/api/accounts/twitch/${channel.id}`)).status).toBe(200);
    const calls = await askWorld<readonly { path: string; status: number; at: number }[]>(
      "GET",
      `/calls?since=${before}`,
    );
    expect(calls.filter(({ path }) => path === "/oauth2/revoke").map(({ status }) => status)).toContain(200);
    expect(broadcasterOf(await look(), channel)).toMatchObject({ is: "never" });
    await until(attention, (told) =>
      told.some(
        ({ code, args }) =>
          code === "broadcaster-never-connected" && args["name"] === channel.broadcaster.login,
      ),
    );
    await until(
      () => channel.standing(),
      ({ problems }) => problems.some((problem) => problem.startsWith("Rewards are off")),
    );
    expect((await askProduct("DELETE", `/api/accounts/twitch/${channel.id}`)).status).toBe(404);
    await channel.signIn();
    expect(broadcasterOf(await look(), channel)).toMatchObject({ is: "connected" });
  });
});

describe("a consent that cannot be given back now", () => {
  it("is kept, so that it can be given back later", async () => {
    const channel = await openChannel();
    const mend = await goesWrong("twitch-id", { path: "/oauth2/revoke", status: 503 });
    const answer = await askProduct("DELETE", `/api/accounts/twitch/${channel.id}`);
    await mend();
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: "not-revoked" });
    expect(broadcasterOf(await look(), channel)).toMatchObject({ is: "connected" });
  });
});

describe("what Taproom was given", () => {
  it("is told by name, and never by value", async () => {
    const channel = await openChannel();
    const answer = await (await askProduct("GET", "/api/accounts")).text();
    const { telegram, keys, variables } = JSON.parse(answer) as Accounts;
    expect(telegram.find(({ bot }) => bot === "forwarder")?.who).toBeDefined();
    expect(keys).toEqual([
      { id: "stories", isCurrent: true, seals: expect.arrayContaining([channel.broadcaster.login]) },
    ]);
    expect(variables).toContainEqual({ name: "DATABASE_URL", isSet: true, isNeeded: true, bots: [] });
    const overview = await (await askProduct("GET", "/api/overview")).text();
    const ready = await (await fetch(`${place.product}/health/ready`)).text();
    for (const secret of readFileSync(place.secretsFile, "utf8").split("\n").filter(Boolean))
      for (const page of [answer, overview, ready]) expect(page).not.toContain(secret);
  });
});
