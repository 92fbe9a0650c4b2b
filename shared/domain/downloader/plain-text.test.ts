import { expect, it } from "vitest";
import { authorOf, plainText, titleOf } from "./plain-text.ts";

it.each([
  ["stays as it is", "Кот 🐈‍⬛ & <b>bold</b>\n\n#fyp", "Кот 🐈‍⬛ & <b>bold</b>\n\n#fyp"],
  ["cannot turn its direction", "safe\u202Etxt.exe\u2066\u200F", "safetxt.exe"],
  ["has no control characters", "a\u0000b\u001B[31m\u007F\tc", "a b [31m  c"],
  ["has line feeds alone", "a\r\nb\rc\u2028d", "a\nb\nc d"],
  ["does not push its reader away", "a\n\n\n\n\n\nb", "a\n\nb"],
  ["begins and ends with something", "  \n a \n ", "a"],
])("a text of a platform %s", (_, text, plain) => {
  expect(plainText(text, 100)).toBe(plain);
});

it("is cut before its end, never within a character", () => {
  expect(plainText("abcdef", 6)).toBe("abcdef");
  expect(plainText("abcdefg", 6)).toBe("abcde…");
  expect(plainText("abcd🍺fg", 6)).toBe("abcd…");
  expect(titleOf("я".repeat(5_000))).toHaveLength(1_024);
});

it("names an author in one line", () => {
  expect(authorOf("a\nb")).toBe("a b");
});
