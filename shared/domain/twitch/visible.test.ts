import { expect, it } from "vitest";
import { visible } from "./visible.ts";

it.each([
  ["stays as it is", "!я 🍺 ok", "!я 🍺 ok"],
  ["loses what 7TV adds to a repeated line", "!я \u{E0000}", "!я"],
  ["loses zero-width characters", "\u200B!\u200Dя\uFEFF", "!я"],
  ["loses marks of direction", "\u202E!top\u202C", "!top"],
  ["keeps a blank for a line break", "one\ntwo", "one two"],
  ["may be nothing", " \u2060 ", ""],
])("a line %s", (_, line, seen) => {
  expect(visible(line)).toBe(seen);
});
