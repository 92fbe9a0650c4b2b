import { texts } from "../../state/language.ts";

/** `420 ms`, `1.4 s`. */
export function durationText(milliseconds: number): string {
  const t = texts.value.telegram;
  return milliseconds < 1_000 ? t.milliseconds(milliseconds) : t.seconds((milliseconds / 1_000).toFixed(1));
}
