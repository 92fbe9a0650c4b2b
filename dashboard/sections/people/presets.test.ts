import { expect, it } from "vitest";
import { given, presetOf, presets } from "./presets.ts";

it("knows a preset again, whatever the order of its sections", () => {
  const { overview, ...others } = presets.chat;
  expect(presetOf({ ...others, overview })).toBe("chat");
  expect(presetOf({})).toBe("none");
});

it("is something of its own as soon as one section differs", () => {
  expect(presetOf(given(presets.chat, "logs", "change"))).toBeUndefined();
  expect(presetOf(given(presets.chat, "logs", undefined))).toBeUndefined();
  expect(presetOf(given(given(presets.chat, "logs", undefined), "logs", "see"))).toBe("chat");
});
