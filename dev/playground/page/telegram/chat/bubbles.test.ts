import { expect, it } from "vitest";
import type { ShownMessage } from "../../../wire-telegram.ts";
import { bubblesOf, wordsOf } from "./bubbles.ts";
import { piecesOf } from "./pieces.ts";

const message = (message_id: number, from: number, more: Partial<ShownMessage> = {}): ShownMessage => ({
  message_id,
  date: 1,
  chat: { id: 501, type: "private" },
  from: { id: from, is_bot: false, first_name: "Somebody" },
  isDeleted: false,
  files: [],
  ...more,
});

it("shows an album as one, with the words of its first", () => {
  const album = { media_group_id: "1" };
  const [bubble, next] = bubblesOf([
    message(1, 200, { ...album, caption: "three of them" }),
    message(2, 200, album),
    message(3, 200, album),
    message(4, 200, { media_group_id: "2" }),
  ]);
  expect(bubble?.messages).toHaveLength(3);
  expect(bubble && wordsOf(bubble.messages).text).toBe("three of them");
  expect(next?.messages).toHaveLength(1);
});

it("keeps neighbours of one author together, and leaves out of it what was deleted", () => {
  const bubbles = bubblesOf([
    message(1, 501),
    message(2, 501),
    message(3, 200, { isDeleted: true }),
    message(4, 200),
    message(5, 501),
  ]);
  expect(bubbles.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
    [true, true],
  ]);
});

it("cuts a text wherever its marks change, also within others", () => {
  const marks = [
    { type: "bold", offset: 0, length: 8 },
    { type: "url", offset: 5, length: 3 },
  ];
  const pieces = piecesOf("bold a.b 🎬", marks).map(({ text, marks: on }) => [
    text,
    on.map(({ type }) => type),
  ]);
  expect(pieces).toEqual([
    ["bold ", ["bold"]],
    ["a.b", ["bold", "url"]],
    [" 🎬", []],
  ]);
  expect(piecesOf("")).toEqual([]);
});
