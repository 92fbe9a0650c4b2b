import { expect, it } from "vitest";
import { piecesOf } from "./pieces.ts";

it("cuts a text where its marks begin and end, though they overlap", () => {
  const entities = [
    { type: "bold", offset: 0, length: 8 },
    { type: "italic", offset: 6, length: 8 },
  ];
  const pieces = piecesOf({ text: "Fresh beer now", entities });
  expect(pieces.map(({ text, marks }) => `${text}: ${marks.map(({ type }) => type).join()}`)).toEqual([
    "Fresh : bold",
    "be: bold,italic",
    "er now: italic",
  ]);
});

it("finds no piece in an empty text", () => {
  expect(piecesOf({ text: "", entities: [] })).toEqual([]);
});
