import { seeded } from "#kernel/random";
import { describe, expect, it } from "vitest";
import {
  isEmpty,
  joined,
  noText,
  plain,
  replaced,
  replacedAt,
  sliced,
  stacked,
  trimmed,
} from "./styled-text.ts";
import { anyText, faultsOf, marked, marksOf } from "./transforms/rehearsal.ts";

describe("joined texts", () => {
  it("keep what each of them has marked", () => {
    const whole = joined(
      "👋 ",
      marked("good beer", ["bold", "beer"]),
      ", ",
      marked("cold", ["italic", "cold"]),
    );
    expect(whole.text).toBe("👋 good beer, cold");
    expect(marksOf(whole)).toEqual(["bold: beer", "italic: cold"]);
  });

  it("are stacked without a line for what is empty", () => {
    expect(stacked("Head", plain("Body")).text).toBe("Head\nBody");
    expect(stacked("Head", noText).text).toBe("Head");
    expect(stacked(noText, "Foot").text).toBe("Foot");
    expect(isEmpty(stacked(noText, " \n"))).toBe(true);
  });
});

describe("a slice", () => {
  const text = marked("one two three", ["bold", "two three"], ["italic", "one"], ["code", "three"]);

  it("cuts entities with the text", () => {
    expect(marksOf(sliced(text, 4, 10))).toEqual(["bold: two th", "code: th"]);
  });

  it("never begins or ends within a character", () => {
    const waving = marked("a👋b👋", ["bold", "👋b👋"]);
    expect(sliced(waving, 0, 2)).toEqual(plain("a"));
    expect(marksOf(sliced(waving, 2, 5))).toEqual(["bold: 👋b"]);
  });

  it("has no white space around it once it is trimmed", () => {
    expect(trimmed(marked(" \n beer \n", ["bold", " beer "]))).toEqual(marked("beer", ["bold", "beer"]));
    expect(trimmed(marked(" \n ", ["bold", "\n"]))).toEqual(noText);
  });
});

describe("a replaced stretch", () => {
  const whole = "see the old town now";
  const replacing = (type: string, words: string, by = "brand new") =>
    marksOf(replacedAt(marked(whole, [type, words]), whole.indexOf("old"), "old".length, by));

  it.each([
    ["see the", "bold: see the"],
    ["now", "bold: now"],
    ["the old town", "bold: the brand new town"],
    ["old", "bold: brand new"],
    ["the o", "bold: the "],
    ["d town", "bold:  town"],
  ])("leaves right what marked %j", (words, expected) => {
    expect(replacing("bold", words)).toEqual([expected]);
  });

  it.each(["ol", "l", "ld"])("takes what marked %j within it", (words) => {
    expect(replacing("bold", words)).toEqual([]);
  });

  it("takes what marked nothing else, when nothing stands in its place", () => {
    expect(replacing("bold", "old", "")).toEqual([]);
    expect(replacing("bold", "old town", "")).toEqual(["bold:  town"]);
  });

  it("brings its own entities", () => {
    const by = marked("brand new", ["italic", "new"]);
    expect(marksOf(replacedAt(marked(whole, ["bold", "old town"]), 8, 3, by))).toEqual([
      "bold: brand new town",
      "italic: new",
    ]);
  });

  it("is put in at a place where it replaces nothing, and belongs only to what is around", () => {
    const text = marked("ab", ["bold", "a"], ["italic", "b"], ["spoiler", "ab"]);
    expect(marksOf(replacedAt(text, 1, 0, "-"))).toEqual(["spoiler: a-b", "bold: a", "italic: b"]);
  });

  it("takes the whole of a character of which it touches half", () => {
    expect(replacedAt(plain("a👋b"), 2, 1, "!").text).toBe("a!b");
    expect(replacedAt(plain("a👋b"), 1, 1, "!").text).toBe("a!b");
  });

  it("is one of many", () => {
    const text = marked("a b a b a", ["bold", "b a b"]);
    const everyA = [0, 4, 8].map((at) => ({ at, length: 1, with: "👋👋" }));
    expect(marksOf(replaced(text, everyA))).toEqual(["bold: b 👋👋 b"]);
  });
});

it("keeps every entity of any text within it, whatever is replaced or sliced", () => {
  const random = seeded(5);
  for (let round = 0; round < 2_000; round++) {
    const text = anyText(random, 1 + Math.floor(random() * 12));
    const at = Math.floor(random() * (text.text.length + 1));
    const length = Math.floor(random() * (text.text.length - at + 1));
    const by = round % 3 === 0 ? "" : anyText(random, 2);
    expect([
      ...faultsOf(text),
      ...faultsOf(replacedAt(text, at, length, by)),
      ...faultsOf(sliced(text, at, at + length)),
      ...faultsOf(trimmed(text)),
    ]).toEqual([]);
    expect(joined(sliced(text, 0, at), sliced(text, at)).text).toBe(text.text);
  }
});
