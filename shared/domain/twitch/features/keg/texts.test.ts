import { expect, it } from "vitest";
import { type Language, translator } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import { chatLine } from "#domain/twitch/chat-line";
import { keg } from "./index.ts";

const says = (language: Language, line: Text) => translator(language, [keg.texts])(line);

it.each([
  [1, "💣 Ещё 1 секунда — и рванёт!"],
  [2, "💣 Ещё 2 секунды — и рванёт!"],
  [5, "💣 Ещё 5 секунд — и рванёт!"],
  [11, "💣 Ещё 11 секунд — и рванёт!"],
  [21, "💣 Ещё 21 секунда — и рванёт!"],
])("counts %i seconds as Russian does", (seconds, line) => {
  expect(says("ru", text("keg-soon", { seconds }))).toBe(line);
});

it.each([
  [0, "Ни один кабанчик так и не прибежал. Держать кегу некому!"],
  [1, "Прибежал всего 1 кабанчик из 20. Кегу не удержать!"],
  [3, "Прибежали всего 3 кабанчика из 20. Кегу не удержать!"],
  [12, "Прибежало всего 12 кабанчиков из 20. Кегу не удержать!"],
])("speaks of %i boars as Russian does", (boars, line) => {
  expect(says("ru", text("keg-boars-too-few", { boars, needed: 20 }))).toBe(line);
});

it("speaks English with the same care", () => {
  expect(says("en", text("keg-boars-too-few", { boars: 1, needed: 20 }))).toBe(
    "Only 1 boar of 20 made it. Nobody can hold this keg!",
  );
  expect(says("en", text("keg-soaked", { host: "@ann", count: 2, names: "@bob, @eve" }))).toBe(
    "💥 Drinks are on @ann! 2 chatters are soaked: @bob, @eve",
  );
});

it.each(["keg-picture", "keg-splash"])("shows the %s whole, in one line", (key) => {
  const picture = says("ru", text(key));
  expect(chatLine(picture)).toBe(picture);
  expect(picture.split(" ").map((row) => row.length)).toEqual(picture.split(" ").map(() => 30));
});
