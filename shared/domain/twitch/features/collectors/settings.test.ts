import { expect, it } from "vitest";
import { collectorsSettings } from "./settings.ts";

it("has gnomes and apple cats to begin with", () => {
  const { sets, userCooldownSeconds } = collectorsSettings.parse({});
  expect(userCooldownSeconds).toBe(30);
  const rules = { peopleNeeded: 3, windowSeconds: 300, timeoutSeconds: 60 };
  expect(sets).toEqual([
    { name: "gnome", words: ["gnome", "aimlulgnom", "gnomerge"], ...rules },
    { name: "applecatpanik", words: ["applecatpanik", "applecatgun", "applecatrun"], ...rules },
  ]);
});

it("takes words in any letter case, and keeps them small", () => {
  const { sets } = collectorsSettings.parse({ sets: [{ name: "owls", words: [" Сова ", "OWL"] }] });
  expect(sets[0]?.words).toEqual(["сова", "owl"]);
});

const set = { name: "owls", words: ["owl"] };

it.each([
  ["two sets of the same name", { sets: [set, set] }],
  ["a set without words", { sets: [{ ...set, words: [] }] }],
  ["a word with a space", { sets: [{ ...set, words: ["an owl"] }] }],
  ["an empty word", { sets: [{ ...set, words: [""] }] }],
  ["more than fifty words", { sets: [{ ...set, words: Array.from({ length: 51 }, (_, n) => `owl${n}`) }] }],
  ["more than twenty sets", { sets: Array.from({ length: 21 }, (_, n) => ({ ...set, name: `owls${n}` })) }],
  ["nobody to collect", { sets: [{ ...set, peopleNeeded: 0 }] }],
  ["a name it does not know", { sets: [{ ...set, word: "owl" }] }],
])("refuses %s", (_, settings) => {
  expect(collectorsSettings.safeParse(settings).success).toBe(false);
});
