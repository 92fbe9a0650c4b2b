import { describe, expect, it } from "vitest";
import { namedPlace } from "./named-place.ts";
import { Unusable } from "./refusals/refusals.ts";

describe("a place is known by", () => {
  it.each([
    ["@channel", { chat: "@channel" }],
    ["channel", { chat: "@channel" }],
    [" -1001234567890 ", { chat: "-1001234567890" }],
    ["-1001234567890#7", { chat: "-1001234567890", topic: 7 }],
    ["@forum#1", { chat: "@forum", topic: 1 }],
    ["t.me/channel", { chat: "@channel" }],
    ["https://t.me/channel/45?single", { chat: "@channel" }],
    ["https://t.me/s/channel", { chat: "@channel" }],
    ["http://telegram.me/forum/7/45", { chat: "@forum", topic: 7 }],
    ["https://t.me/c/1234567890/45", { chat: "-1001234567890" }],
    ["https://t.me/c/1234567890/7/45", { chat: "-1001234567890", topic: 7 }],
    ["https://t.me/c/123456789/45#3", { chat: "-1000123456789", topic: 3 }],
  ])("%s", (input, place) => {
    expect(namedPlace(input)).toEqual({ ...place, input: input.trim() });
  });
});

function codeOf(input: string): unknown {
  try {
    return namedPlace(input);
  } catch (error) {
    return error instanceof Unusable ? error.refusal.code : error;
  }
}

describe("no place is", () => {
  it.each([
    "",
    "#7",
    "two words",
    "@ab",
    "t.me",
    "https://evil.example/t.me/channel",
    "https://t.me.evil.example/channel",
    "https://t.me/c/abc/45",
    "https://t.me/channel/1/2/3",
    "https://t.me/addlist/AbCd",
    "-",
    "x".repeat(5_000),
  ])("%j", (input) => {
    expect(codeOf(input)).toBe("not-a-chat");
  });

  it.each(["https://t.me/+AbCdEf", "t.me/joinchat/AbCdEf"])("a private invite link: %s", (input) => {
    expect(codeOf(input)).toBe("invite-link");
  });
});
