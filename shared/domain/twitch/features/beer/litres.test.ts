import { describe, expect, it } from "vitest";
import { bandOf, chanceOf, litresIn } from "./litres.ts";
import { beerSettings } from "./settings.ts";

describe("the chance to drink", () => {
  const usual = beerSettings.parse({});

  it.each([
    [1, 74],
    [2, 70],
    [3, 66],
    [4, 62],
    [5, 58],
    [6, 54],
    [7, 50],
    [8, 46],
    [9, 42],
    [10, 38],
    [11, 35],
    [12, 31],
    [13, 27],
    [14, 23],
    [15, 20],
    [16, 16],
    [17, 13],
    [18, 9],
    [19, 6],
    [20, 3],
  ])("%i litres is %i %%", (litres, percent) => {
    expect(chanceOf(litres, usual)).toBe(percent);
  });

  it("is as kind as the channel wants, and never beyond what chance can be", () => {
    expect(chanceOf(2, { ...usual, chancePercent: 10 })).toBe(10);
    expect(chanceOf(1, { ...usual, chancePercent: 100 })).toBe(100);
    expect(chanceOf(20, { ...usual, steepness: 10 })).toBe(1);
    expect(chanceOf(20, { ...usual, chancePercent: 0, leastChancePercent: 0 })).toBe(0);
  });
});

it.each([
  [1, "modest"],
  [5, "modest"],
  [6, "solid"],
  [10, "solid"],
  [11, "heroic"],
  [15, "heroic"],
  [16, "legendary"],
  [20, "legendary"],
])("%i litres are %s", (litres, band) => {
  expect(bandOf(litres)).toBe(band);
});

describe("what a viewer types", () => {
  it.each([
    ["7", 7],
    ["  7  ", 7],
    ["10 пива", 10],
    ["3\tлитра", 3],
    ["007", 7],
    ["0", 1],
    ["000", 1],
    ["20", 20],
    ["21", 20],
    ["999", 20],
    ["9".repeat(500), 20],
    [`${"0".repeat(400)}4`, 4],
    ["1\u200B2", 12],
  ])("%j is a number of litres", (typed, litres) => {
    expect(litresIn(typed)).toBe(litres);
  });

  it.each([
    "",
    "   ",
    "5л",
    "²",
    "１０",
    "٣",
    "🍺",
    "5️⃣",
    "-5",
    "+5",
    "5.5",
    "5,5",
    "1e1",
    "0x10",
    "пять",
    "пива 10",
    "Infinity",
  ])("%j is none", (typed) => {
    expect(litresIn(typed)).toBeUndefined();
  });
});
