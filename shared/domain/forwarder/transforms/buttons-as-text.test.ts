import { expect, it } from "vitest";
import { noText } from "../styled-text.ts";
import { buttonsAsText } from "./buttons-as-text.ts";

it("writes link buttons as links, a line for each row", () => {
  const text = buttonsAsText([
    [
      { text: "Shop 🛒", url: "https://shop.example" },
      { text: "Map", url: "https://map.example" },
    ],
    [{ text: "Us", url: "tg://resolve?domain=us" }],
  ]);
  expect(text.text).toBe("Shop 🛒 · Map\nUs");
  expect(text.entities).toEqual([
    { type: "text_link", offset: 0, length: 7, url: "https://shop.example" },
    { type: "text_link", offset: 10, length: 3, url: "https://map.example" },
    { type: "text_link", offset: 14, length: 2, url: "tg://resolve?domain=us" },
  ]);
});

it("writes nothing of no buttons", () => {
  expect(buttonsAsText([])).toEqual(noText);
  expect(buttonsAsText([[]])).toEqual(noText);
});
