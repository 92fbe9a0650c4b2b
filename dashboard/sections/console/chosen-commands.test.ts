import { expect, it } from "vitest";
import { commandsFor } from "./chosen-commands.ts";

const butt = {
  command: "butt",
  feature: "butt",
  for: "everyone",
  names: ["жопа", "butt"],
  description: { ru: "Испытывает судьбу", en: "Rolls against oneself" },
} as const;
const sleep = {
  command: "sleep",
  feature: "sleep",
  for: "admins",
  names: ["ботзаткнись"],
  description: { ru: "Усыпляет бота", en: "Puts the bot to sleep" },
} as const;

it.each([
  ["", [butt, sleep]],
  ["!жоп", [butt]],
  ["  СУДЬБУ ", [butt]],
  ["sleep", [sleep]],
  ["keg", []],
])("finds for %j what may be meant", (typed, meant) => {
  expect(commandsFor(typed, [butt, sleep])).toEqual(meant);
});
