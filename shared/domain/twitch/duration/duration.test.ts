import { expect, it } from "vitest";
import { hours, type Millis, millis, minutes, seconds } from "#kernel/clock";
import { translator } from "#kernel/i18n";
import { durationText, durationTexts } from "./duration.ts";

const inRussian = (length: Millis) => translator("ru", [durationTexts])(durationText(length));

it.each([
  [seconds(1), "1 секунду"],
  [seconds(3), "3 секунды"],
  [seconds(11), "11 секунд"],
  [seconds(15), "15 секунд"],
  [seconds(21), "21 секунду"],
  [minutes(1), "1 минуту"],
  [minutes(12), "12 минут"],
  [seconds(90), "1 минуту 30 секунд"],
  [hours(1), "1 час"],
  [hours(14), "14 часов"],
  [millis(hours(2) + seconds(2)), "2 часа 2 секунды"],
  [millis(hours(23) + minutes(59) + seconds(59)), "23 часа 59 минут 59 секунд"],
  [millis(hours(24) + minutes(4)), "24 часа 4 минуты"],
  [millis(400), "0 секунд"],
])("%i ms are %s", (length, words) => {
  expect(inRussian(length)).toBe(words);
});

it("speaks English too", () => {
  const inEnglish = translator("en", [durationTexts]);
  expect(inEnglish(durationText(seconds(3_661)))).toBe("1 hour 1 minute 1 second");
  expect(inEnglish(durationText(minutes(122)))).toBe("2 hours 2 minutes");
});
