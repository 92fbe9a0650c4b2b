import { describe, expect, it } from "vitest";
import { readerOf } from "./reader.ts";
import { collectorsSettings } from "./settings.ts";

const usual = collectorsSettings.parse({});
const reads = readerOf(usual);

describe("a line of chat", () => {
  it.each([
    "gnome",
    "GNOME",
    "GnomeRge",
    "ой gnome!",
    "gnome,gnome,gnome",
    "(aimlulgnom)",
    "!я gnome",
    "gnome...",
    "gnome 🍄 :)",
    "https://example.com/gnome gnome",
  ])("has a word of the gnomes: %j", (line) => {
    expect(reads(line)).toEqual(["gnome"]);
  });

  it.each(["applecatpanik", "applecatGun", "все бежим ApplecatRun"])(
    "has a word of the apple cats: %j",
    (line) => {
      expect(reads(line)).toEqual(["applecatpanik"]);
    },
  );

  it("may have words of several sets", () => {
    expect(reads("applecatrun от gnome")).toEqual(["gnome", "applecatpanik"]);
  });

  it.each([
    "",
    "gnomes",
    "agnome",
    "gnome_",
    "gnome2",
    "гnome",
    "gno me",
    "applecat",
    "https://gnome.org",
    "https://example.com/gnome",
    "example.com/gnome?gnome#gnome",
    "www.gnome.org",
    "me@gnome.org",
    "7tv.app/emotes/gnome",
  ])("has none: %j", (line) => {
    expect(reads(line)).toEqual([]);
  });
});

it("reads words in any letters", () => {
  const settings = collectorsSettings.parse({ sets: [{ name: "гномы", words: ["Гномий", "ёж"] }] });
  expect(["ГНОМИЙ сход", "это ёж?", "ежи"].map(readerOf(settings))).toEqual([["гномы"], ["гномы"], []]);
});

it("reads a word that belongs to several sets for all of them", () => {
  const settings = collectorsSettings.parse({
    sets: [
      { name: "one", words: ["yes"] },
      { name: "two", words: ["yes", "no"] },
    ],
  });
  expect(["yes", "no"].map(readerOf(settings))).toEqual([["one", "two"], ["two"]]);
});

it("is made once for the same settings", () => {
  expect(readerOf(usual)).toBe(reads);
  expect(readerOf({ ...usual })).not.toBe(reads);
});
