import { expect, it } from "vitest";
import { minutes } from "#kernel/clock";
import { type Language, languages, translator } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import { longestLine } from "#domain/twitch/chat-line";
import { durationText, durationTexts } from "#domain/twitch/duration/duration";
import { beer } from "./index.ts";

const says = (language: Language, line: Text) => translator(language, [beer.texts, durationTexts])(line);
const won = (litres: number, tickets: number) => text("beer-won-solid", { viewer: "@ann", litres, tickets });

it.each([
  [1, 1, "🍻 @ann опрокидывает 1 литр — бармен уважительно кивает. Держи 1 билет на «Очко»!"],
  [3, 2, "🍻 @ann опрокидывает 3 литра — бармен уважительно кивает. Держи 2 билета на «Очко»!"],
  [12, 11, "🍻 @ann опрокидывает 12 литров — бармен уважительно кивает. Держи 11 билетов на «Очко»!"],
  [20, 5, "🍻 @ann опрокидывает 20 литров — бармен уважительно кивает. Держи 5 билетов на «Очко»!"],
])("counts %i litres and %i tickets as Russian does", (litres, tickets, line) => {
  expect(says("ru", won(litres, tickets))).toBe(line);
});

it("counts in English too", () => {
  expect(says("en", won(1, 1))).toContain("downs 1 litre, and");
  expect(says("en", won(9, 2))).toMatch(/downs 9 litres, .* 2 tickets for 21!$/);
});

const endings = [text("beer-sleeps-it-off", { rest: durationText(minutes(1)) }), text("beer-spared")];
const lines = ["couch", "foam", "table", "water"].flatMap((how) =>
  endings.map((fate) => text(`beer-lost-${how}`, { viewer: `@${"w".repeat(25)}`, litres: 20, fate })),
);

it.each(languages)("tells every loser in one whole line what follows (%s)", (language) => {
  for (const line of lines) {
    const words = says(language, line);
    expect(words).not.toMatch(/[{}$]|beer-|duration-/);
    expect(words.length).toBeLessThanOrEqual(longestLine);
  }
  expect(says("ru", lines[0] ?? text("")).endsWith("Отсыпайся 1 минуту!")).toBe(true);
});
