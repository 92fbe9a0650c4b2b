import { expect, it } from "vitest";
import type { Redemption } from "../../../emulators/twitch/entities.ts";
import type { ChannelState } from "../../wire.ts";
import { withLine, withoutEnded, withRedemption, withTimeout } from "./channel-news.ts";

const streamer = { id: "1", login: "streamer", name: "Streamer" };
const anya = { id: "2", login: "anya", name: "Аня" };

const quiet: ChannelState = {
  broadcaster: streamer,
  bot: { id: "3", login: "bot", name: "Bot" },
  chatters: [],
  chat: [],
  timeouts: [],
  redemptions: [],
  rewards: [],
  moderators: [],
  stream: null,
};

const redemption: Redemption = {
  id: "r",
  user: anya,
  reward: { id: "keg", title: "Keg", cost: 1, prompt: "" },
  input: "",
  status: "UNFULFILLED",
  redeemedAt: 1,
};

const timeout = { user: anya, moderator: streamer, reason: "", endsAt: 10 };

it("hears a line once, however often it is told", () => {
  const line = { id: "l", user: anya, text: "hello", at: 1 };
  expect(withLine(withLine(quiet, line), line).chat).toEqual([line]);
});

it("never takes a settled redemption back", () => {
  const settled = withRedemption(withRedemption(quiet, redemption), { ...redemption, status: "CANCELED" });
  expect(withRedemption(settled, redemption).redemptions).toMatchObject([{ status: "CANCELED" }]);
});

it("counts a timeout that is given anew from its new moment", () => {
  const twice = withTimeout(withTimeout(quiet, timeout, 1), { ...timeout, endsAt: 20 }, 5);
  expect(twice.timeouts).toMatchObject([{ createdAt: 5, endsAt: 20 }]);
});

it("lets somebody back when their timeout is lifted, or over", () => {
  const out = withTimeout(quiet, timeout, 1);
  expect(withTimeout(out, { user: anya, moderator: streamer, lifted: true }, 2).timeouts).toEqual([]);
  expect(withoutEnded(out, 9).timeouts).toHaveLength(1);
  expect(withoutEnded(out, 10).timeouts).toEqual([]);
});

it("keeps who is banned for good", () => {
  const banned = withTimeout(quiet, { ...timeout, endsAt: null }, 1);
  expect(withoutEnded(banned, Number.MAX_SAFE_INTEGER)).toBe(banned);
});
