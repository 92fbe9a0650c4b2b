import { expect, it } from "vitest";
import { pausedWhile } from "./paused-while.ts";
import { changeSettings, defaultSettings } from "./settings.ts";

const bot = { settings: defaultSettings, isRunning: true, isAwake: true };
const withSettings = (patch: object) => ({ ...bot, settings: changeSettings(defaultSettings, patch) });
const kegIsOff = withSettings({ switchedOff: ["keg"] });
const pausesAsleep = withSettings({ sleep: { redemptions: "pause" } });

it.each([
  ["while the bot does everything", "keg", bot, undefined],
  ["while its feature is switched off", "keg", kegIsOff, "switched-off"],
  ["with every other reward of the feature", "boar", kegIsOff, "switched-off"],
  ["not for another feature", "beer", kegIsOff, undefined],
  ["while the bot is stopped", "beer", { ...kegIsOff, isRunning: false, isAwake: false }, "stopped"],
  ["asleep where the channel wants that", "beer", { ...pausesAsleep, isAwake: false }, "asleep"],
  ["not asleep where points go back instead", "beer", { ...bot, isAwake: false }, undefined],
  ["not for a sleep that is over", "beer", pausesAsleep, undefined],
  ["asleep and switched off, which no waking ends", "keg", { ...kegIsOff, isAwake: false }, "switched-off"],
])("pauses a reward %s", (_, key, how, why) => {
  expect(pausedWhile(key, how)).toBe(why);
});
