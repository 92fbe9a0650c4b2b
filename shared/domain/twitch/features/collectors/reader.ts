import type { CollectorsSettings } from "./settings.ts";

/** Finds the names of the sets that have a word in a line of chat. */
export type Reader = (line: string) => readonly string[];

// Every line of chat is read, and thousands may come in a second: what can be known beforehand is.
const readers = new WeakMap<CollectorsSettings, Reader>();

/** The reader for these settings, made once. */
export function readerOf(settings: CollectorsSettings): Reader {
  const known = readers.get(settings);
  if (known) return known;
  const reader = newReader(settings);
  readers.set(settings, reader);
  return reader;
}

const none: readonly string[] = [];

function newReader({ sets }: CollectorsSettings): Reader {
  const dangerous = new Set(sets.flatMap(({ words }) => words));
  const isDangerous = (word: string) => dangerous.has(word);
  return (line) => {
    if (!wordsIn(line).some(isDangerous)) return none;
    const said = new Set(line.split(/\s/).filter(isNoLink).flatMap(wordsIn));
    return sets.filter(({ words }) => words.some((word) => said.has(word))).map(({ name }) => name);
  };
}

const wordsIn = (line: string): readonly string[] => line.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? none;

/** Twitch makes a link, and people mean one, of what has `://` or a dot inside of it. */
const isNoLink = (part: string) => !/:\/\/|[\p{L}\p{N}]\.\p{L}/u.test(part);
