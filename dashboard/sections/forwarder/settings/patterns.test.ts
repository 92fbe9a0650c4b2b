import { expect, it } from "vitest";
import { withPatterns } from "./patterns.ts";

const word = { find: "beer", as: "word", caseSensitive: false } as const;

it("adds what is not there yet, and the same words found in another way", () => {
  const regex = { ...word, as: "regex" } as const;
  expect(withPatterns([word], [word, regex, regex])).toEqual([word, regex]);
});
