import { describe, expect, it } from "vitest";
import { chatLine, longestLine } from "./chat-line.ts";

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

  it("is as long as Twitch takes, and not longer", () => {
    expect(chatLine("я".repeat(longestLine))).toBe("я".repeat(longestLine));
    expect(chatLine("я".repeat(longestLine + 1))).toBe(`${"я".repeat(longestLine - 1)}…`);
    expect(chatLine(`/${"я".repeat(longestLine)}`)).toHaveLength(longestLine);
  });

  it("is never cut through an emoji", () => {
    const line = chatLine(`${"я".repeat(longestLine - 2)}🍺🍺`);
    expect(line).toBe(`${"я".repeat(longestLine - 2)}…`);
    expect(line.isWellFormed()).toBe(true);
  });
});
