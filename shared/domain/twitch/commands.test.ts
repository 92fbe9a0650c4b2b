import { expect, it } from "vitest";
import { translator } from "#kernel/i18n";
import { text } from "#kernel/text";
import { commandTexts } from "./commands.ts";
import { changeSettings, defaultSettings } from "./settings.ts";

const hit = text("command-hit");

it("tells chat to type what the channel calls a command, in the letters of its language", () => {
  const usual = commandTexts(defaultSettings.commands);
  expect([translator("ru", [usual])(hit), translator("en", [usual])(hit)]).toEqual(["!ещё", "!hit"]);
  const { commands } = changeSettings(defaultSettings, { commands: { hit: ["carta"] } });
  expect(translator("ru", [commandTexts(commands)])(hit)).toBe("!carta");
});

it("takes a name for nothing but a name", () => {
  const { commands } = changeSettings(defaultSettings, { commands: { hit: ['{"\\}'] } });
  expect(translator("en", [commandTexts(commands)])(hit)).toBe('!{"\\}');
});
