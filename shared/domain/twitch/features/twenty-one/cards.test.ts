import { describe, expect, it } from "vitest";
import { type Language, translator } from "#kernel/i18n";
import { commandTexts } from "#domain/twitch/commands";
import { defaultSettings } from "#domain/twitch/settings";
import { type Card, type Hand, handText, isBust, pack, total } from "./cards.ts";
import { twentyOne } from "./index.ts";
import { compare } from "./verdict.ts";

const shown = (language: Language, ...hand: Hand) =>
  translator(language, [twentyOne.texts, commandTexts(defaultSettings.commands)])(handText(hand));

describe("the pack", () => {
  it("has thirty-six cards, four of each face, none twice", () => {
    expect(pack).toHaveLength(36);
    expect(new Set(pack).size).toBe(36);
    expect(pack.filter((card) => card.endsWith("♦"))).toEqual(
      ["6", "7", "8", "9", "10", "J", "Q", "K", "A"].map((face) => `${face}♦`),
    );
  });

  it.each<[Card, number]>([
    ["6♠", 6],
    ["7♥", 7],
    ["8♦", 8],
    ["9♣", 9],
    ["10♠", 10],
    ["J♥", 2],
    ["Q♦", 3],
    ["K♣", 4],
    ["A♠", 11],
  ])("counts %s as %i", (card, value) => {
    expect(total([card])).toBe(value);
  });
});

describe("a hand", () => {
  it("of two aces is the golden 21, and with any other card it is just too much", () => {
    expect(total(["A♠", "A♥"])).toBe(21);
    expect(total(["A♠", "A♥", "J♠"])).toBe(24);
    expect(total(["A♠", "J♠", "A♥"])).toBe(24);
    expect(total(["A♠", "A♥", "A♦"])).toBe(33);
  });

  it("goes over 21 with 22, and not with the aces", () => {
    expect(isBust(["10♠", "10♥", "J♠"])).toBe(true);
    expect(isBust(["10♠", "A♥"])).toBe(false);
    expect(isBust(["A♠", "A♥"])).toBe(false);
  });

  it("is shown in the letters of the language", () => {
    const hand: Hand = ["K♠", "A♥", "6♦"];
    expect(shown("ru", ...hand)).toBe("К♠ Т♥ 6♦ = 21");
    expect(shown("en", ...hand)).toBe("K♠ A♥ 6♦ = 21");
    expect(shown("ru", "J♣", "Q♣", "10♣")).toBe("В♣ Д♣ 10♣ = 15");
    expect(shown("en", "J♣", "Q♣", "10♣")).toBe("J♣ Q♣ 10♣ = 15");
  });

  it("says when it is golden, and when it is too much", () => {
    expect(shown("ru", "A♠", "A♥")).toBe("Т♠ Т♥ = 21, золотое очко");
    expect(shown("en", "A♠", "A♥")).toBe("A♠ A♥ = 21, the golden pair");
    expect(shown("ru", "10♠", "9♥", "6♦")).toBe("10♠ 9♥ 6♦ = 25, перебор");
    expect(shown("en", "10♠", "9♥", "6♦")).toBe("10♠ 9♥ 6♦ = 25, bust");
  });
});

describe("who wins", () => {
  // What they count: 16, 17, 20, 21, 21, 22, 25.
  const sixteen: Hand = ["10♠", "6♠"];
  const seventeen: Hand = ["10♠", "7♠"];
  const ace: Hand = ["10♠", "A♠"];
  const golden: Hand = ["A♥", "A♦"];
  const justOver: Hand = ["10♠", "10♥", "J♠"];
  const over: Hand = ["10♠", "9♥", "6♦"];

  it.each([
    ["the higher of two up to 21", seventeen, sixteen],
    ["21 over less", ace, seventeen],
    ["the golden 21 over less", golden, seventeen],
    ["up to 21 over more than 21", sixteen, justOver],
    ["21 over more than 21", ace, over],
    ["the golden 21 over 22, which the aces would be", golden, justOver],
    ["the lower of two over 21", justOver, over],
  ])("%s", (_, winner, loser) => {
    expect([compare(winner, loser), compare(loser, winner)]).toEqual([1, -1]);
  });

  it.each([
    ["equal hands", seventeen, ["8♥", "9♥"] satisfies Hand],
    ["two over 21 by as much", justOver, ["A♠", "9♥", "J♦"] satisfies Hand],
    ["the golden 21 and another", golden, ace],
  ])("nobody, with %s", (_, one, other) => {
    expect([compare(one, other), compare(other, one)]).toEqual([0, 0]);
  });
});
