import { expect, it } from "vitest";
import { correctionOf, draftOf, isAmount } from "./score.ts";

const score = { wins: 10, losses: 4, tickets: 0 };

it("corrects only what differs", () => {
  expect(correctionOf(draftOf(score), score)).toEqual({});
  expect(correctionOf({ ...draftOf(score), tickets: "3" }, score)).toEqual({ tickets: 3 });
});

it.each([
  ["0", true],
  ["1000000000", true],
  ["1000000001", false],
  ["-1", false],
  ["1.5", false],
  ["", false],
])("takes %j for a score: %j", (typed, is) => {
  expect(isAmount(typed)).toBe(is);
});
