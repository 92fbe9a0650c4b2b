import { expect, it } from "vitest";
import { type Language, languages, translator } from "#kernel/i18n";
import { type Text, text } from "#kernel/text";
import { longestLine } from "#domain/twitch/chat-line";
import { only, person, players, scene } from "#domain/twitch/features/rehearsal";
import type { Score } from "#domain/twitch/players";
import { rankName, thresholds } from "#domain/twitch/rank";
import { ranks } from "./index.ts";
import { ranksSettings } from "./settings.ts";

const says = (language: Language, line: Text | undefined) =>
  translator(language, [ranks.texts])(line ?? text("nothing"));
const settings = ranksSettings.parse({});

/** What somebody with this score hears of themselves. */
function me(score: Partial<Score>, language: Language = "ru", name = "ann"): string {
  const said = { line: "m1", by: person(name), rest: "" };
  const known = scene({ players: players({ [name]: score }) });
  const [line] = only("say", ranks.obey("me", said, { state: undefined, settings }, known).effects);
  return says(language, line?.text);
}

it("tells of a player in one readable Russian line", () => {
  expect(me({ wins: 37, losses: 19, tickets: 2 })).toBe(
    "🃏 @ann — Гном-картокрад: 37 побед, 19 поражений, побед 66,1 %. 🎟️ 2 билета. До ранга «Гоблин-блефун» осталось 3 победы.",
  );
});

it.each([
  [{ wins: 1, losses: 0, tickets: 1 }, "1 победа, 0 поражений, побед 100,0 %. 🎟️ 1 билет."],
  [{ wins: 0, losses: 1, tickets: 0 }, "0 побед, 1 поражение, побед 0,0 %. 🎟️ 0 билетов."],
  [{ wins: 12, losses: 24, tickets: 11 }, "12 побед, 24 поражения, побед 33,3 %. 🎟️ 11 билетов."],
  [{ wins: 21, losses: 42, tickets: 22 }, "21 победа, 42 поражения, побед 33,3 %. 🎟️ 22 билета."],
])("counts %j as Russian does", (score, words) => {
  expect(me(score)).toContain(words);
});

it.each([
  [499, "До ранга «Абсолютный лудоман» осталась 1 победа."],
  [500, "👑 Выше ранга не бывает!"],
  [455, "До ранга «Абсолютный лудоман» осталось 45 побед."],
])("tells with %i wins what is ahead", (wins, words) => {
  expect(me({ wins, losses: 3 }).endsWith(words)).toBe(true);
});

it("invites a newcomer, and shows the tickets", () => {
  expect(me({ tickets: 5 })).toBe(
    "🃏 @ann, сыгранных партий пока нет — садись за стол, раздадим! 🎟️ В запасе 5 билетов.",
  );
});

it("speaks English", () => {
  expect(me({ wins: 1, losses: 2, tickets: 1 }, "en")).toBe(
    "🃏 @ann — Gambling Gnome: 1 win, 2 losses, 33.3% won. 🎟️ 1 ticket. 9 wins to go to “Card-Table Goblin”.",
  );
});

it("calls the ranks by the names players know", () => {
  expect(thresholds.map((threshold) => says("ru", rankName(threshold)))).toEqual([
    "Гном-лудоман",
    "Картёжный гоблин",
    "Краплёный хряк",
    "Гном-картокрад",
    "Гоблин-блефун",
    "Важный свин",
    "Додепный гоблин",
    "Чиркаш-мошенник",
    "Главный в туза",
    "Свин-отыгрун",
    "Валетный эксперт",
    "Уважаемый очкошник",
    "Хряк-виртуоз",
    "Король додепа",
    "Рисковый очкошник",
    "Властелин карт",
    "Ставочный барон",
    "Главный по додепу",
    "Божество очка",
    "Абсолютный лудоман",
  ]);
});

it.each(languages)("has a name of its own for every rank (%s)", (language) => {
  const names = thresholds.map((threshold) => says(language, rankName(threshold)));
  expect(new Set(names).size).toBe(thresholds.length);
  expect(names.filter((name) => name.startsWith("ranks-"))).toEqual([]);
});

it.each(languages)("fits one line however long a name is and however much was played (%s)", (language) => {
  const line = me({ wins: 449_000, losses: 100_000, tickets: 100_000 }, language, "w".repeat(25));
  expect(line.length).toBeLessThanOrEqual(longestLine);
});
