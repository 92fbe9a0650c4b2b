import { describe, expect, it } from "vitest";
import { chatLine, chatLines, longestLine } from "./chat-line.ts";

describe("a chat line", () => {
  it.each([
    ["stays as it is", "Кега! 🍺", "Кега! 🍺"],
    ["is one line", "one\ntwo\r\n\tthree", "one two three"],
    ["has no blanks around it", "  hi  ", "hi"],
    ["is no command", "/ban ann", "\u200B/ban ann"],
    ["is no old command either", ".timeout ann", "\u200B.timeout ann"],
    ["is no command after a blank", " \n/me hides", "\u200B/me hides"],
    ["may have a slash in it", "20/50 boars", "20/50 boars"],
    ["may be empty", "   ", ""],
  ])("%s", (_, words, line) => {
    expect(chatLine(words)).toBe(line);
  });
});

describe("a text that is too long for one line", () => {
  const word = "пиво";
  const long = Array.from({ length: 300 }, () => word).join(" ");

  it("becomes several, and not a word is lost or cut", () => {
    const lines = chatLines(long);
    expect(lines.every((line) => line.length <= longestLine)).toBe(true);
    expect(lines.join(" ")).toBe(long);
    expect(lines).toHaveLength(3);
  });

  it("is cut where there is no blank, but never through an emoji", () => {
    const lines = chatLines(`я${"🍺".repeat(longestLine)}`);
    expect(lines.every((line) => line.length <= longestLine && line.isWellFormed())).toBe(true);
    expect(lines.join("")).toBe(`я${"🍺".repeat(longestLine)}`);
  });

  it("fills a line to the last character", () => {
    expect(chatLines("я".repeat(longestLine))).toEqual(["я".repeat(longestLine)]);
    expect(chatLines("я".repeat(longestLine + 1))).toEqual(["я".repeat(longestLine), "я"]);
  });

  it("has no command in any of its lines", () => {
    const lines = chatLines(`${"я".repeat(longestLine)} /ban ann`);
    expect(lines[1]).toBe("\u200B/ban ann");
    expect(chatLines(`/${"я".repeat(longestLine)}`).map((line) => line.length)).toEqual([longestLine, 2]);
  });
});
