import { type Millis, seconds } from "#kernel/clock";
import { type Text, text } from "#kernel/text";
import en from "./en.ftl";
import ru from "./ru.ftl";

export const durationTexts = { ru, en };

/**
 * A length of time in words, in the accusative where a language has one: «1 час 2 минуты», "1 hour 2 minutes".
 * Rounded to whole seconds; parts that are zero are left out, but something always remains.
 */
export function durationText(length: Millis): Text {
  const whole = Math.round(length / seconds(1));
  const hours = Math.floor(whole / 3_600);
  const args = { hours, minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
  return text(`duration-${partsOf(args) || "s"}`, args);
}

const partsOf = (args: { readonly hours: number; readonly minutes: number; readonly seconds: number }) =>
  [args.hours && "h", args.minutes && "m", args.seconds && "s"].filter(Boolean).join("");
