import { expect, it } from "vitest";
import { attentionOf, type Findings } from "./attention.ts";

const well = {
  accounts: [
    { account: "bot", name: "taproom_bot", is: "connected", missingScopes: [] },
    { account: "broadcaster", name: "ann", is: "connected", missingScopes: [] },
  ],
  channels: [
    {
      name: "ann",
      isStopped: false,
      isBotModerator: true,
      isConnected: true,
      unheard: [],
      unsold: [],
      failing: [],
      deadLetters: 0,
    },
  ],
  telegram: [
    { bot: "forwarder", is: "on", missing: [], webhook: { isOurs: true, pending: 3 } },
    { bot: "downloader", is: "off", missing: ["TELEGRAM_DOWNLOADER_TOKEN"] },
  ],
  platforms: [{ platform: "tiktok", isBroken: false }],
  services: [
    { service: "postgres", condition: "ok" },
    { service: "redis", condition: "off" },
  ],
  forwarder: { dead: 0, alarms: [] },
} as const satisfies Findings;

const codes = (findings: Findings) => attentionOf(findings).map(({ code }) => code);
const [bot, broadcaster] = well.accounts;
const [channel] = well.channels;
const [forwarder] = well.telegram;

it("asks nothing of anybody while all is well, or nothing could be found out", () => {
  expect(codes(well)).toEqual([]);
  expect(codes({})).toEqual([]);
});

it.each<[string, Findings]>([
  ["bot-never-connected", { accounts: [{ ...bot, is: "never" }] }],
  ["bot-sign-in-again", { accounts: [{ ...bot, is: "trouble", trouble: "taken back" }] }],
  ["broadcaster-never-connected", { accounts: [{ ...broadcaster, is: "never" }] }],
  ["broadcaster-sign-in-again", { accounts: [{ ...broadcaster, is: "trouble" }] }],
  ["scopes-missing", { accounts: [{ ...bot, missingScopes: ["user:bot"] }] }],
  ["bot-stopped", { channels: [{ ...channel, isStopped: true }] }],
  ["bot-no-moderator", { channels: [{ ...channel, isBotModerator: false }] }],
  ["channel-unheard", { channels: [{ ...channel, unheard: ["channel.chat.message"] }] }],
  ["rewards-missing", { channels: [{ ...channel, unsold: ["keg"] }] }],
  ["channel-failing", { channels: [{ ...channel, failing: ["Postgres takes nothing"] }] }],
  ["channel-dead-letters", { channels: [{ ...channel, deadLetters: 2 }] }],
  ["forwarder-dead-letters", { forwarder: { dead: 1, alarms: [] } }],
  ["forwarder-alarm", { forwarder: { dead: 0, alarms: [{ is: "auth" }] } }],
  ["telegram-half-configured", { telegram: [{ ...forwarder, is: "half-configured" }] }],
  ["telegram-silent", { telegram: [{ ...forwarder, is: "silent" }] }],
  ["telegram-refused", { telegram: [{ ...forwarder, is: "refused" }] }],
  ["webhook-not-ours", { telegram: [{ ...forwarder, webhook: { isOurs: false, pending: 500 } }] }],
  [
    "webhook-failing",
    { telegram: [{ ...forwarder, webhook: { isOurs: true, pending: 1, lastError: "no" } }] },
  ],
  ["webhook-behind", { telegram: [{ ...forwarder, webhook: { isOurs: true, pending: 500 } }] }],
  ["platform-broken", { platforms: [{ platform: "tiktok", isBroken: true, because: "blocked" }] }],
  ["service-away", { services: [{ service: "postgres", condition: "silent" }] }],
  ["service-away", { services: [{ service: "twitch", condition: "refused" }] }],
])("tells of %s, and of nothing besides", (code, findings) => {
  expect(codes(findings)).toEqual([code]);
});

it("does not ask for rewards and moderators of whoever has not connected the channel", () => {
  const found = { ...channel, isConnected: false, isBotModerator: false, unsold: ["keg"] };
  expect(codes({ channels: [found] })).toEqual([]);
});

it("tells that Telegram is away, and not of each bot that it says nothing of it", () => {
  const services = [{ service: "telegram", condition: "silent" }] as const;
  expect(codes({ services, telegram: [{ ...forwarder, is: "silent" }] })).toEqual(["service-away"]);
  expect(codes({ services, telegram: [{ ...forwarder, is: "refused" }] })).toEqual([
    "service-away",
    "telegram-refused",
  ]);
});

it("tells what is urgent first", () => {
  const findings: Findings = {
    channels: [{ ...channel, isStopped: true, deadLetters: 1 }],
    accounts: [{ ...bot, is: "never" }],
  };
  expect(codes(findings)).toEqual(["bot-never-connected", "channel-dead-letters", "bot-stopped"]);
});

it("says whom it is about", () => {
  expect(attentionOf({ accounts: [{ ...broadcaster, missingScopes: ["a", "b"] }] })).toEqual([
    {
      code: "scopes-missing",
      severity: "soon",
      args: { account: "broadcaster", name: "ann", scopes: "a, b" },
      link: "accounts",
    },
  ]);
});
