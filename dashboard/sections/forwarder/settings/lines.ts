/** Settings that are written line by line. */
import type { MappingSettings } from "#domain/forwarder/mapping-settings";

export const linesOf = (words: readonly string[]): string => words.join("\n");

/** Names may have spaces in them, so only lines and commas part them. */
export const wordsIn = (text: string): string[] => [
  ...new Set(text.split(/[\n,;]+/).flatMap((line) => line.trim() || [])),
];

type Rows = MappingSettings["addButtons"];

/** A row a line, each button `Text https://…`, several of a row with `|` between them. */
export const textOfRows = (rows: Rows): string =>
  rows.map((row) => row.map(({ text, url }) => `${text} ${url}`).join(" | ")).join("\n");

/** Undefined where a line is no row of buttons. */
export function rowsIn(text: string): Rows | undefined {
  const rows = text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.split("|").map(buttonIn));
  const isWhole = (row: (typeof rows)[number]): row is Rows[number] => row.every(Boolean);
  return rows.every(isWhole) ? rows : undefined;
}

function buttonIn(words: string): Rows[number][number] | undefined {
  const [, text, url] = /^(.+?)\s+((?:https?|tg):\/\/\S+)$/.exec(words.trim()) ?? [];
  return text && url ? { text, url } : undefined;
}
