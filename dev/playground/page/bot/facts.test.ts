import { expect, it } from "vitest";
import { factsText } from "./facts.ts";

it("tells the facts of an entry in one line", () => {
  expect(factsText({ by: "ann", text: "hello", count: 3, people: ["a"] })).toBe(
    'by: ann · text: hello · count: 3 · people: ["a"]',
  );
});

it("says nothing of an entry without facts", () => {
  expect(factsText({})).toBe("");
});
