import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type Config, downloaderConfig, readConfig, refuseInternet, variables } from "./config.ts";
import { Refused } from "./errors.ts";
import { Secret } from "./secret.ts";

const cloud = {
  MODE: "cloud",
  PUBLIC_URL: "https://taproom.example.com",
  ADMIN_TOKEN: "an-admin-token",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  TWITCH_CLIENT_ID: "a-client-id",
  TWITCH_CLIENT_SECRET: "a-client-secret",
  TWITCH_EVENTSUB_SECRET: "an-eventsub-secret",
  DATABASE_URL: "postgres://user:a-password@db.example.com/taproom",
};

const revealed = (config: Config) =>
  Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, value instanceof Secret ? value.reveal() : value]),
  );

describe("embedded", () => {
  it("runs with nothing set", () => {
    expect(revealed(readConfig({}))).toMatchObject({
      MODE: "embedded",
      PUBLIC_URL: "http://localhost:8787",
      ADMIN_TOKEN: "embedded-admin-token",
      TWITCH_CLIENT_ID: "embedded-client-id",
      TWITCH_EVENTSUB_SECRET: "embedded-eventsub-secret",
    });
  });

  it("takes whatever is set", () => {
    const { MODE: _, ...others } = cloud;
    expect(revealed(readConfig(others))).toMatchObject({ MODE: "embedded", ...others });
  });

  it.each(["localhost", "127.0.0.1", "[::1]"])("answers at %s", (hostname) => {
    expect(() => refuseInternet(readConfig({}), hostname)).not.toThrow();
  });

  it.each(["taproom.example.com", "192.168.0.2", "0.0.0.0", "localhost.evil.com", "127.0.0.1.evil.com", ""])(
    "does not answer at %j: everybody can read its secrets",
    (hostname) => {
      expect(() => refuseInternet(readConfig({}), hostname)).toThrow(Refused);
    },
  );
});

describe("cloud", () => {
  it("reads what is set, and answers anywhere", () => {
    const config = readConfig(cloud);
    expect(revealed(config)).toEqual({
      ...cloud,
      LOG_LEVEL: "info",
      TELEGRAM_API_ROOT: "https://api.telegram.org",
      QSTASH_URL: "https://qstash.upstash.io",
      DOWNLOAD_FREE_LIMIT: 10,
      MAX_CONCURRENT_FORWARDS: 10,
      API_CALLS_PER_MINUTE: 600,
      DOWNLOAD_LIMIT_ENFORCED: false,
    });
    expect(() => refuseInternet(config, "taproom.example.com")).not.toThrow();
  });

  it("names every variable that is missing", () => {
    const { MODE, ...needed } = cloud;
    for (const name of Object.keys(needed)) expect(() => readConfig({ MODE })).toThrow(name);
  });

  it.each(Object.keys(cloud).filter((name) => name !== "MODE"))("does not run without %s", (name) => {
    const without = () => readConfig({ ...cloud, [name]: undefined });
    expect(without).toThrow(name);
    expect(() => readConfig({ ...cloud, [name]: "" })).toThrow(name);
  });

  it.each([
    ["MODE", "production"],
    ["PUBLIC_URL", "http://taproom.example.com"],
    ["PUBLIC_URL", "taproom.example.com"],
    ["ADMIN_TOKEN", "two words"],
    ["ADMIN_TOKEN", "пароль"],
    ["TWITCH_EVENTSUB_SECRET", "too short"],
    ["TWITCH_EVENTSUB_SECRET", "x".repeat(101)],
    ["TWITCH_EVENTSUB_SECRET", "секретный-секрет"],
    ["ENCRYPTION_KEYS", Buffer.alloc(32).toString("base64")],
    ["ENCRYPTION_KEYS", `k1:${Buffer.alloc(16).toString("base64")}`],
    ["ENCRYPTION_KEYS", `${cloud.ENCRYPTION_KEYS},`],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(() => readConfig({ ...cloud, [name]: value })).toThrow(name);
  });

  it("takes several encryption keys", () => {
    const ENCRYPTION_KEYS = `${cloud.ENCRYPTION_KEYS},k2:${Buffer.alloc(32, 2).toString("base64")}`;
    expect(readConfig({ ...cloud, ENCRYPTION_KEYS }).ENCRYPTION_KEYS.reveal()).toBe(ENCRYPTION_KEYS);
  });
});

describe("secrets", () => {
  const { MODE: _, PUBLIC_URL: __, TWITCH_CLIENT_ID: ___, ...secrets } = cloud;

  it.each([
    ["as JSON", (config: Config) => JSON.stringify(config)],
    ["in a template", (config: Config) => Object.values(config).join()],
    ["to the console", (config: Config) => inspect(config, { depth: 9, showHidden: true })],
  ])("do not print %s", (_how, print) => {
    const printed = print(readConfig(cloud));
    for (const secret of Object.values(secrets)) expect(printed).not.toContain(secret);
    expect(printed).toContain("a-client-id");
  });

  it("are in no complaint about them", () => {
    const wrong = { ...cloud, TWITCH_EVENTSUB_SECRET: "пароль-пароль", ENCRYPTION_KEYS: "k1:c2VjcmV0" };
    expect(() => readConfig(wrong)).not.toThrow(/пароль|c2VjcmV0|an-admin-token/);
    expect(() => readConfig(wrong)).toThrow("ENCRYPTION_KEYS");
  });
});

describe("the downloader bot", () => {
  const bot = {
    TELEGRAM_DOWNLOADER_TOKEN: "7000000001:a-bot-token",
    TELEGRAM_WEBHOOK_SECRET: "a-webhook-secret",
    DOWNLOAD_CACHE_CHAT_ID: "-1001234567890",
    UPSTASH_REDIS_REST_URL: "https://eu1-calm-fox.upstash.io",
    UPSTASH_REDIS_REST_TOKEN: "a-redis-token",
    QSTASH_TOKEN: "a-qstash-token",
    QSTASH_CURRENT_SIGNING_KEY: "sig_current",
    QSTASH_NEXT_SIGNING_KEY: "sig_next",
  };

  it("is on, embedded, with nothing set", () => {
    expect(downloaderConfig(readConfig({})).DOWNLOAD_CACHE_CHAT_ID).toBe("-1002000000001");
  });

  it("is off in the cloud until it has everything, and says what is missing", () => {
    expect(() => downloaderConfig(readConfig(cloud))).toThrow(/is off: TELEGRAM_DOWNLOADER_TOKEN, /);
    const { QSTASH_TOKEN: _, ...without } = bot;
    expect(() => downloaderConfig(readConfig({ ...cloud, ...without }))).toThrow(/: QSTASH_TOKEN not set/);
    expect(downloaderConfig(readConfig({ ...cloud, ...bot })).DOWNLOAD_FREE_LIMIT).toBe(10);
  });

  it.each([
    ["TELEGRAM_DOWNLOADER_TOKEN", "no token"],
    ["TELEGRAM_WEBHOOK_SECRET", "secret with spaces"],
    ["TELEGRAM_ADMIN_IDS", "@somebody"],
    ["DOWNLOAD_CACHE_CHAT_ID", "@channel"],
    ["DOWNLOAD_BACKEND_KIND", "tikwm"],
    ["DOWNLOAD_LIMIT_ENFORCED", "maybe"],
    ["DOWNLOAD_ALLOWED_IDS", "@friends"],
  ])("refuses %s=%s, naming the variable", (name, value) => {
    expect(() => readConfig({ ...cloud, ...bot, [name]: value })).toThrow(name);
  });
});

const variable = (name: string) => variables(readConfig(cloud)).find((each) => each.name === name);

describe("the list of variables", () => {
  it("tells what is set, what everything needs, and which bots are off without the others", () => {
    expect(variable("DATABASE_URL")).toEqual({ name: "DATABASE_URL", isSet: true, isNeeded: true, bots: [] });
    expect(variable("TELEGRAM_FORWARDER_TOKEN")).toMatchObject({
      isSet: false,
      isNeeded: false,
      bots: ["forwarder"],
    });
    expect(variable("QSTASH_TOKEN")?.bots).toEqual(["downloader", "forwarder"]);
    expect(variable("SENTRY_DSN")).toMatchObject({ isSet: false, bots: [] });
  });

  it("has nothing that has a value by itself, and no value", () => {
    expect(variable("LOG_LEVEL")).toBeUndefined();
    expect(JSON.stringify(variables(readConfig(cloud)))).not.toMatch(/an-admin-token|a-password|a-client/);
  });
});
