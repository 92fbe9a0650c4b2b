import { type Text, text } from "#kernel/text";

/** A button of the panel: what stands on it, and what a press says. */
export interface Button {
  readonly label: Text;
  /** At most 64 bytes: https://core.telegram.org/bots/api#inlinekeyboardbutton */
  readonly data: string;
}

/** What the panel shows: a message with buttons under it. */
export interface Screen {
  readonly lines: readonly Text[];
  readonly rows: readonly (readonly Button[])[];
}

/** Words of a button's data, such as `see mapping 12`. None of them has a colon or is longer than a place's name. */
export const dataOf = (...words: readonly (string | number)[]): string => words.join(":");
export const wordsOf = (data: string): readonly string[] => data.split(":");

export const button = (key: string, data: string, args?: Text["args"]): Button => ({
  label: text(`forwarder-${key}`, args),
  data,
});

/** What people have written themselves, such as the title of a chat, shortened to what a button can show. */
export const verbatim = (words: string, most = 60): Text =>
  text("forwarder-verbatim", { words: shortened(words, most) });

export function shortened(words: string, most: number): string {
  const characters = Array.from(words);
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join("")}…`;
}

/** Buttons in rows of so many. */
export function inRows(buttons: readonly Button[], perRow: number): readonly (readonly Button[])[] {
  return buttons.flatMap((_, place) => (place % perRow === 0 ? [buttons.slice(place, place + perRow)] : []));
}
