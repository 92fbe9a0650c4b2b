import { expect, it } from "vitest";
import { rowsIn, textOfRows, wordsIn } from "./lines.ts";

it("reads names line by line, each once, with the spaces in them", () => {
  expect(wordsIn("Anna Ivanova\n@bob, 42;\n\n@bob")).toEqual(["Anna Ivanova", "@bob", "42"]);
});

const rows = [
  [
    { text: "Our site", url: "https://example.com" },
    { text: "Chat", url: "https://t.me/name" },
  ],
  [{ text: "App", url: "tg://resolve?domain=name" }],
];

it("writes buttons as it reads them", () => {
  expect(textOfRows(rows)).toBe(
    "Our site https://example.com | Chat https://t.me/name\nApp tg://resolve?domain=name",
  );
  expect(rowsIn(textOfRows(rows))).toEqual(rows);
});

it.each(["Our site", "https://example.com", "Our site ftp://example.com", "Fine https://a.example\nNot"])(
  "takes %j for no buttons",
  (text) => {
    expect(rowsIn(text)).toBeUndefined();
  },
);
