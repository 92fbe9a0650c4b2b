import { seeded } from "#kernel/random";
import { describe, expect, it } from "vitest";
import { endOf, noText, plain, type StyledText } from "../styled-text.ts";
import { anyText, faultsOf, marked, marksOf } from "./rehearsal.ts";
import { longestCaption, longestText, split } from "./split.ts";

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
const charactersOf = ({ text }: StyledText) =>
  [...new Intl.Segmenter("en").segment(text)]
    .map(({ segment }) => segment)
    .filter((one) => one.trim() !== "");
const marksOfLetters = ({ text, entities }: StyledText) =>
  [...text.matchAll(/\S/g)].map(({ index }) =>
    entities
      .filter((entity) => entity.offset <= index && index < endOf(entity))
      .map(({ type }) => type)
      .toSorted(),
  );
const textsOf = (text: string, most: number, mostAfter?: number) =>
  split(plain(text), most, mostAfter).map((piece) => piece.text);

describe("a text that is too long is cut", () => {
  it.each([
    [
      "at a paragraph",
      "First one. Here.\n\nSecond one\nand more",
      30,
      ["First one. Here.", "Second one\nand more"],
    ],
    ["at a line", "First one. And\nsecond one. And more", 25, ["First one. And", "second one. And more"]],
    [
      "at a sentence",
      "It is cold. «Is it?» Yes it really is",
      25,
      ["It is cold. «Is it?»", "Yes it really is"],
    ],
    ["at a word", "One two three four five", 12, ["One two", "three four", "five"]],
    ["at a word rather than early at a line", "A\nlonger line of words", 14, ["A\nlonger line", "of words"]],
    ["not before an accent", "One two \u0301three four", 10, ["One", "two \u0301three", "four"]],
    ["where it fits to the letter", "abcd efgh", 4, ["abcd", "efgh"]],
    ["anywhere, if it must be", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
    ["not within what is one character", "👨‍👩‍👧👨‍👩‍👧e\u0301", 12, ["👨‍👩‍👧", "👨‍👩‍👧e\u0301"]],
    [
      "within it where one alone is too long, and never within a pair",
      "👨‍👩‍👧👨‍👩‍👧",
      4,
      ["👨‍", "👩‍", "👧", "👨‍", "👩‍", "👧"],
    ],
  ])("%s", (_, text, most, expected) => {
    expect(textsOf(text, most)).toEqual(expected);
  });
});

it("is one piece where it fits, and none where there is nothing", () => {
  const text = marked("beer", ["bold", "beer"]);
  expect(split(text, 4)).toEqual([text]);
  expect(split(noText, 4)).toEqual([]);
  expect(split(plain(" \n "), 2)).toEqual([]);
});

it("goes on as long texts where it began as a caption", () => {
  const pieces = split(plain("beer ".repeat(2_000).trim()), longestCaption, longestText);
  expect(pieces.map(({ text }) => text.length)).toEqual([1_024, 4_094, 4_094, 784]);
});

it("goes on with what is marked, links and code too", () => {
  const text = marked(
    "let a = 1;\nlet b = 2; here it is",
    ["pre", "let a = 1;\nlet b = 2;"],
    ["text_link", "here it is", "https://a.example"],
    ["bold", "it"],
  );
  const pieces = split(text, 15);
  expect(pieces.map(marksOf)).toEqual([
    ["pre: let a = 1;"],
    ["pre: let b = 2;", "text_link: here"],
    ["text_link: it is", "bold: it"],
  ]);
  expect(pieces[2]?.entities[0]).toEqual({
    type: "text_link",
    offset: 0,
    length: 5,
    url: "https://a.example",
  });
});

it("loses nothing of any text but white space at the cuts", () => {
  const random = seeded(28);
  for (let round = 0; round < 1_500; round++) {
    const whole = anyText(random, Math.floor(random() * 60));
    const most = 8 + Math.floor(random() * 120);
    const pieces = split(whole, most);
    for (const piece of pieces) {
      expect(faultsOf(piece)).toEqual([]);
      expect(piece.text.length).toBeLessThanOrEqual(most);
      expect(piece.text).toBe(piece.text.trim());
      expect(piece.text).not.toBe("");
    }
    // As whole characters.
    expect(pieces.flatMap(charactersOf)).toEqual(charactersOf(whole));
    // Whatever bore a mark bears it still.
    expect(pieces.flatMap(marksOfLetters)).toEqual(marksOfLetters(whole));
  }
});

it("gives all words back where no word is longer than a piece", () => {
  const random = seeded(29);
  for (let round = 0; round < 300; round++) {
    const { text } = anyText(random, 80);
    const longest = Math.max(...words(text).map(({ length }) => length));
    const pieces = textsOf(text, longest + Math.floor(random() * 100) + 2);
    expect(words(pieces.join(" "))).toEqual(words(text));
  }
});

it("is quick with the longest text there can be", () => {
  const start = performance.now();
  for (const text of [" ".repeat(16_000), "x", "👨‍👩‍👧", "\n\n", "beer. "])
    split(plain(text.repeat(32_000 / text.length)), longestCaption);
  expect(performance.now() - start).toBeLessThan(2_000);
});
