import { describe, expect, it } from "vitest";
import type { ChatterId } from "#kernel/ids";
import { type Language, languages, translator } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import { type Chatter, mention } from "#domain/twitch/chatter";
import { longestLine } from "#domain/twitch/chat-line";
import { commandTexts } from "#domain/twitch/commands";
import { defaultSettings } from "#domain/twitch/settings";
import { type Hand, handText } from "./cards.ts";
import { twentyOne } from "./index.ts";

const says = (language: Language, line: Text) =>
  translator(language, [twentyOne.texts, commandTexts(defaultSettings.commands)])(line);

/** As long as Twitch's names get, written in letters that are not the login's. */
const longName = (letter: string): Chatter => ({
  id: letter as ChatterId,
  login: letter.repeat(25),
  name: "Ы".repeat(25),
});
const tenCards: Hand = ["10♠", "10♥", "10♦", "10♣", "J♠", "J♥", "J♦", "J♣", "Q♠", "Q♥"];
const hands = {
  first: mention(longName("a")),
  firstHand: handText(tenCards),
  second: mention(longName("b")),
  secondHand: handText(tenCards),
};
const shown = { player: mention(longName("a")), hand: handText(tenCards), seconds: 300 };

describe.each(languages)("in %s", (language) => {
  it.each<[string, Text]>([
    ["a result", text("twenty-one-won", { ...hands, winner: mention(longName("b")) })],
    ["a draw", text("twenty-one-draw", hands)],
    [
      "a deal",
      text("twenty-one-live", {
        what: text("twenty-one-live-dealt", hands),
        asked: text("twenty-one-live-turn", shown),
      }),
    ],
    [
      "a turn passed on",
      text("twenty-one-live", {
        what: text("twenty-one-live-silent", shown),
        asked: text("twenty-one-live-next", shown),
      }),
    ],
  ])("%s fits one line with long names and ten cards each", (_, line) => {
    const words = says(language, line);
    expect(words.length).toBeLessThanOrEqual(longestLine);
    expect(words).not.toContain("\n");
    expect(words.match(/10♣ /g)).toHaveLength(2);
  });
});

it("is told in English too", () => {
  const pair = { first: "@ann", second: "@bob" };
  const aces = handText(["A♠", "A♥"]);
  const bust = handText(["K♠", "10♥", "9♦"]);
  expect(
    says("en", text("twenty-one-won", { ...pair, firstHand: aces, secondHand: bust, winner: "@ann" })),
  ).toBe("🃏 @ann: A♠ A♥ = 21, the golden pair · @bob: K♠ 10♥ 9♦ = 23, bust. @ann takes it!");
  expect(says("en", text("twenty-one-queue", { count: 2, seconds: 1 }))).toBe(
    "🪑 2 players are still in line. Next deal in 1 second.",
  );
  expect(says("en", text("twenty-one-expired", { viewer: "@ann", stake: "ticket" }))).toBe(
    "@ann, nobody came to play you. You have your ticket back.",
  );
});
