/** A new owner sets a Taproom up from the terminal, and looks later whether all is well. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askPostgres, moveTo, place, throughWorld, until } from "../place.ts";
import { openTaproom } from "../setup.ts";
import { everything, qstashToken, Terminal, type Values, withPage, workerUrl } from "./terminal.ts";

let close: () => Promise<void>;
beforeAll(async () => {
  const own = await openTaproom({ PUBLIC_URL: workerUrl, QSTASH_TOKEN: qstashToken }, place.bundle);
  close = own.close;
  moveTo(own.place);
}, 120_000);
afterAll(() => close?.());

const without = (values: Values, ...names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const twitchAlone = () =>
  without(
    everything(),
    ...Object.keys(everything()).filter((name) => /^(TELEGRAM|DOWNLOAD|UPSTASH|QSTASH)/.test(name)),
  );

/** A Taproom that was set up. */
async function setUpBefore(values = everything()): Promise<Terminal> {
  const terminal = await Terminal.open(withPage);
  const { code, out } = await terminal.setUp(values);
  if (code !== 0 || !out.includes("Everything is in place.")) throw new Error(`It was not set up: ${out}`);
  terminal.change({});
  return terminal;
}

describe("setting up", () => {
  it("leads from an account with nothing in it to a Taproom with everything", async () => {
    const terminal = await Terminal.open();
    const { code, out } = await terminal.setUp(everything());
    expect(out).toContain("Everything is in place. The dashboard: https://taproom-dashboard.pages.dev");
    expect(code).toBe(0);

    const { secrets, worker, deployments, calls } = terminal.cloud;
    expect({ worker, deployed: deployments.length }).toEqual({ worker: true, deployed: 1 });
    expect(calls.filter((call) => call === "secret bulk")).toHaveLength(1);
    expect(secrets).toMatchObject({
      ...everything(),
      PUBLIC_URL: workerUrl,
      DASHBOARD_URL: "https://taproom-dashboard.pages.dev",
      ENCRYPTION_KEYS: expect.stringMatching(/^key1:[\w+/]{43}=$/),
      TWITCH_EVENTSUB_SECRET: expect.stringMatching(/^[\w-]{43}$/),
      TELEGRAM_WEBHOOK_SECRET: expect.stringMatching(/^[\w-]{43}$/),
      METRICS_TOKEN: expect.stringMatching(/^[\w-]{43}$/),
      QSTASH_CURRENT_SIGNING_KEY: expect.stringMatching(/^sig_/),
      QSTASH_NEXT_SIGNING_KEY: expect.stringMatching(/^sig_/),
    });
    for (const value of secretsIn(secrets)) expect(out).not.toContain(value);

    const info = await throughWorld(
      `https://api.telegram.org/bot${place.downloaderToken}/getWebhookInfo`,
      {},
    );
    expect(await info.json()).toMatchObject({ result: { url: `${workerUrl}/telegram/downloader` } });
  });

  it("changes nothing the second time", async () => {
    const terminal = await setUpBefore();
    const before = terminal.cloud.secrets;
    expect(await terminal.setUp(everything())).toMatchObject({
      code: 0,
      out: expect.stringContaining("Everything is in place."),
    });
    expect(terminal.cloud.secrets).toEqual(before);
    expect(terminal.cloud.calls).not.toContainEqual(expect.stringMatching(/deploy$|bulk|create/));
  });

  it("puts the one secret that is missing, and leaves the others", async () => {
    const terminal = await setUpBefore();
    const before = terminal.cloud.secrets;
    terminal.change({ secrets: without(before, "METRICS_TOKEN") });
    expect((await terminal.setUp(everything())).out).toContain("Put: METRICS_TOKEN.");
    const { METRICS_TOKEN: made, ...others } = terminal.cloud.secrets;
    expect(made).not.toBe(before["METRICS_TOKEN"]);
    expect(others).toEqual(without(before, "METRICS_TOKEN"));
  });

  it("is content with Twitch alone, and adds a bot later", async () => {
    const terminal = await setUpBefore(twitchAlone());
    expect(Object.keys(terminal.cloud.secrets)).not.toContainEqual(expect.stringMatching(/TELEGRAM|QSTASH/));
    const { code, out } = await terminal.setUp(everything());
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("@taproom_forwarder_bot") });
    expect(terminal.cloud.secrets).toMatchObject({ TELEGRAM_WEBHOOK_SECRET: expect.any(String) });
  });

  it("replaces what it is told to replace, but never the keys that seal", async () => {
    const terminal = await setUpBefore();
    const before = terminal.cloud.secrets;
    await terminal.setUp(everything(), "--replace", "METRICS_TOKEN");
    expect(terminal.cloud.secrets["METRICS_TOKEN"]).not.toBe(before["METRICS_TOKEN"]);
    expect(await terminal.setUp(everything(), "--replace", "ENCRYPTION_KEYS")).toMatchObject({
      code: 2,
      out: expect.stringContaining("never made anew"),
    });
    expect(terminal.cloud.secrets["ENCRYPTION_KEYS"]).toBe(before["ENCRYPTION_KEYS"]);
  });

  it("makes an admin token and shows it once", async () => {
    const terminal = await Terminal.open(withPage);
    const values = without(everything(), "ADMIN_TOKEN");
    const { out } = await terminal.setUp(values);
    const made = terminal.cloud.secrets["ADMIN_TOKEN"] ?? "";
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(out.split(made)).toHaveLength(2);
    expect((await terminal.setUp(values)).out).not.toContain(made);
  });

  it("makes the tables that are not there", async () => {
    const terminal = await setUpBefore();
    await askPostgres("drop schema public cascade");
    await askPostgres("create schema public");
    await askPostgres("drop schema drizzle cascade");
    expect(await terminal.check(everything())).toMatchObject({
      code: 1,
      out: expect.stringContaining("The database has not seen 0000_init"),
    });
    expect((await terminal.setUp(everything())).out).toContain("✓ Tables");
    expect(await askPostgres("select count(*)::int as players from players")).toEqual([{ players: 0 }]);
    expect((await terminal.check(everything())).out).not.toContain("has not seen");
  });
});

describe("what cannot be used", () => {
  const wrong: readonly [string, Values, string][] = [
    [
      "a bot's token",
      { TELEGRAM_FORWARDER_TOKEN: "300:nonsense" },
      "Telegram does not know a bot with this token",
    ],
    [
      "Twitch's secret",
      { TWITCH_CLIENT_SECRET: "nonsense" },
      "Twitch does not take it: invalid client secret",
    ],
    ["Redis' token", { UPSTASH_REDIS_REST_TOKEN: "nonsense" }, "Redis does not answer"],
    ["QStash's token", { QSTASH_TOKEN: "nonsense" }, "QStash does not know the token"],
    ["the address of Redis", { UPSTASH_REDIS_REST_URL: "nonsense" }, "UPSTASH_REDIS_REST_URL"],
    ["the database", { DATABASE_URL: "postgres://a:secret@db.nowhere.test/a" }, "Postgres does not answer"],
  ];
  it.each(wrong)("%s is told in words, and nothing is stored", async (_, values, words) => {
    const terminal = await Terminal.open({ ...withPage, worker: true });
    const { code, out } = await terminal.setUp({ ...everything(), ...values });
    expect(out).toContain(words);
    expect(code).toBeGreaterThan(0);
    expect(terminal.cloud.secrets).toEqual({});
    for (const value of secretsIn(everything())) expect(out).not.toContain(value);
  });

  it("what is missing is told all at once, with where it is to be found", async () => {
    const terminal = await Terminal.open({ ...withPage, worker: true });
    const { code, out } = await terminal.setUp({ TELEGRAM_FORWARDER_TOKEN: "300:embedded-forwarder" });
    expect(code).toBe(1);
    for (const words of [
      "TWITCH_CLIENT_ID",
      "dev.twitch.tv",
      `${workerUrl}/twitch/oauth/callback`,
      "DATABASE_URL",
      "QSTASH_TOKEN",
    ])
      expect(out).toContain(words);
  });

  it("a name that Taproom does not know is refused before anything is done", async () => {
    const terminal = await Terminal.open();
    expect(await terminal.setUp({ ...everything(), TWICH_CLIENT_ID: "x" })).toMatchObject({
      code: 2,
      out: expect.stringContaining("TWICH_CLIENT_ID"),
    });
    expect(terminal.cloud.calls).toEqual([]);
  });
});

describe("what is interrupted", () => {
  it.each(["deploy", "pages project create", "pages deploy", "secret bulk"])(
    "goes on where it stopped when %s did not work",
    async (breaks) => {
      const terminal = await Terminal.open({ ...(breaks.startsWith("pages") ? {} : withPage), breaks });
      expect((await terminal.setUp(twitchAlone())).code).toBe(1);
      expect(terminal.cloud.secrets).toEqual({});
      terminal.change({ breaks: "nothing" });
      expect(await terminal.setUp(twitchAlone())).toMatchObject({ code: 0 });
      expect(terminal.cloud.secrets).toMatchObject({ ...twitchAlone(), PUBLIC_URL: workerUrl });
    },
  );
});

describe("--check", () => {
  it("says that nothing is wrong", async () => {
    const terminal = await setUpBefore();
    // What Taproom has seen of Telegram may be a quarter of a minute old.
    const { out } = await until(
      () => terminal.check(everything()),
      ({ code }) => code === 0,
    );
    expect(out).toBe("Nothing is wrong.\n");
    expect(JSON.parse((await terminal.check(everything(), "--json")).out)).toEqual({ ok: true, found: [] });
  });

  it("says that nobody is signed in", async () => {
    const terminal = await Terminal.open({ accounts: [] });
    for (const run of [terminal.check, terminal.setUp])
      expect(await run(everything())).toMatchObject({
        code: 1,
        out: expect.stringContaining("npx wrangler login"),
      });
  });

  it("says that it cannot choose between accounts", async () => {
    const accounts = [
      { id: "a1", name: "Streamer" },
      { id: "a2", name: "Moderator" },
    ];
    const terminal = await Terminal.open({ accounts });
    const { code, out } = await terminal.check(everything());
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("Moderator (a2)") });
  });

  it("tells of a missing secret, of a webhook that leads elsewhere and of what nobody could look at, and changes nothing", async () => {
    const terminal = await setUpBefore();
    const elsewhere = "https://elsewhere.test/telegram/downloader";
    await throughWorld(
      `https://api.telegram.org/bot${place.downloaderToken}/setWebhook?url=${elsewhere}`,
      {},
    );
    terminal.change({ secrets: without(terminal.cloud.secrets, "UPSTASH_REDIS_REST_TOKEN") });
    const before = terminal.cloud;

    const look = () => terminal.check(without(everything(), "DATABASE_URL"));
    const { code, out } = await until(look, (seen) => seen.out.includes("✗ Webhooks"));
    expect(code).toBe(1);
    expect(out).toContain("The downloader has a token and is off. Not set: UPSTASH_REDIS_REST_TOKEN");
    expect(out).toContain("✗ Webhooks: Telegram does not bring this Taproom what the downloader hears");
    expect(out).toContain("? Tables: The tables were not looked at");
    const blind = await terminal.check(without(everything(), "ADMIN_TOKEN"));
    expect(blind.out).toContain("? Webhooks: The webhooks were not looked at: ADMIN_TOKEN");
    expect({ ...terminal.cloud, calls: [] }).toEqual({ ...before, calls: [] });

    const told = JSON.parse((await terminal.check(everything(), "--json")).out) as object;
    expect(told).toMatchObject({ ok: false });
    expect(told).toHaveProperty(
      "found",
      expect.arrayContaining([{ step: "Secrets", words: expect.stringContaining("The forwarder") }]),
    );
  });

  it("tells that an admin token is not the right one", async () => {
    const terminal = await setUpBefore();
    const { code, out } = await terminal.check({ ...everything(), ADMIN_TOKEN: "nonsense" });
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining("✗ Attention: Taproom answered 401"),
    });
    expect(out).not.toContain("nonsense");
  });

  it("tells that the Worker does not answer", async () => {
    const terminal = await setUpBefore();
    const { code, out } = await terminal.check({ ...everything(), PUBLIC_URL: "https://nowhere.test" });
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining("Health: ") });
  });
});

/** What nobody may read over the owner's shoulder. */
const secretsIn = (values: Values) =>
  Object.entries(values).flatMap(([name, value]) =>
    /URL$|_ID$|IDS$/.test(name) && name !== "DATABASE_URL" ? [] : [value],
  );
