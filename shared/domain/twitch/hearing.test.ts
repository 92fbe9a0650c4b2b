import { expect, it } from "vitest";
import type { ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { person, roster } from "#domain/twitch/features/rehearsal";
import { meaningsOf } from "./hearing.ts";
import { changeSettings, defaultSettings } from "./settings.ts";

const line = (text: string, login = "ann", changes: Partial<ChatMessage> = {}): ChatMessage => ({
  id: "line-1",
  chatter: person(login),
  text,
  roles: [],
  forReward: false,
  ...changes,
});

const admins = new Set(["boss"]);
const heard = (message: ChatMessage, { awake = true, settings = defaultSettings } = {}) =>
  meaningsOf(message, { settings, roster: roster({ admins }), awake: () => awake }).map((meaning) =>
    meaning.is === "command" ? `!${meaning.command}(${meaning.said.rest})` : meaning.feature,
  );

it.each([
  ["a name of the command", "!ботзаткнись"],
  ["its English name", "!sleep"],
  ["any letter case", "!БОТЗАТКНИСЬ"],
  ["characters nobody sees", "\u200B!sl\u200Deep \u{E0000}"],
])("obeys %s", (_, text) => {
  expect(heard(line(text, "boss"))).toEqual(["!sleep()"]);
});

it("hands over what follows the name", () => {
  expect(heard(line("!sleep  until   tomorrow ", "boss"))).toEqual(["!sleep(until   tomorrow)"]);
});

it.each(["sleep", "! sleep", "please !sleep", "!sleepy", "", "!"])(
  "does not take %j for a command",
  (text) => {
    expect(heard(line(text, "boss"))).toEqual([]);
  },
);

it("does not hear whoever may not", () => {
  expect(heard(line("!sleep"))).toEqual([]);
  expect(heard(line("!sleep", "streamer"))).toEqual(["!sleep()"]);
});

it("obeys no bot, and nothing that was typed for a reward", () => {
  const nightbot = roster({ admins: new Set(["nightbot"]) });
  const listener = { settings: defaultSettings, roster: nightbot, awake: () => true };
  expect(meaningsOf(line("!sleep", "nightbot"), listener)).toEqual([]);
  expect(heard(line("!sleep", "boss", { forReward: true }))).toEqual([]);
});

it("knows a command by the names the channel has given it, and by no other", () => {
  const settings = changeSettings(defaultSettings, { commands: { sleep: ["спи"] } });
  expect(heard(line("!Спи", "boss"), { settings })).toEqual(["!sleep()"]);
  expect(heard(line("!sleep", "boss"), { settings })).toEqual([]);
});

it("hears nothing asleep but what rouses it", () => {
  expect(heard(line("!wake", "boss"), { awake: false })).toEqual(["!wake()"]);
  expect(heard(line("!я", "boss"), { awake: false })).toEqual([]);
});

it("hears nothing that is meant for a feature that is off", () => {
  const settings = changeSettings(defaultSettings, { switchedOff: ["ranks", "collectors"] });
  expect(heard(line("!я"), { settings })).toEqual([]);
  expect(heard(line("!жопа"), { settings })).toEqual(["!butt()"]);
});
