import { isEmpty, sliced, type StyledText, trimmed } from "../styled-text.ts";

/** Telegram counts characters; UTF-16 code units, by which Taproom goes, are never fewer. https://core.telegram.org/bots/api#sendmessage */
export const longestText = 4_096;
/** https://core.telegram.org/bots/api#sendphoto */
export const longestCaption = 1_024;

/**
 * A text in pieces of at most `most` UTF-16 code units, those after the first of at most `mostAfter`; both at least 2.
 * Only the white space at the cuts is lost. An empty text has no pieces.
 */
export function split(text: StyledText, most: number, mostAfter = most): readonly StyledText[] {
  const pieces: StyledText[] = [];
  let rest = trimmed(text);
  while (rest.text.length > (pieces.length === 0 ? most : mostAfter)) {
    const cut = cutOf(rest.text, pieces.length === 0 ? most : mostAfter);
    pieces.push(sliced(rest, 0, cut.from));
    rest = sliced(rest, cut.to);
  }
  return isEmpty(rest) ? pieces : [...pieces, rest];
}

/** What is left out between two pieces. */
interface Cut {
  readonly from: number;
  readonly to: number;
}

type Break = "paragraph" | "line" | "sentence" | "word";

/** What is read as one character, such as a family of emoji. Made when it is first needed, for it takes milliseconds. */
let characters: Intl.Segmenter | undefined;

/** At the last break of the best kind, but in the first half of a piece one is as good as another. */
function cutOf(text: string, most: number): Cut {
  characters ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  const segments = characters.segment(text);
  const isWhole = (at: number) => at === text.length || segments.containing(at)?.index === at;
  const last: Partial<Record<Break, Cut>> = {};
  for (const { 0: space, index: from } of text.matchAll(/\s+/g)) {
    if (from > most) break;
    const to = from + space.length;
    const kind = from < most / 2 ? "word" : breakAt(text, from, space);
    if (isWhole(from) && isWhole(to)) last[kind] = { from, to };
  }
  const anywhere = segments.containing(most)?.index || most;
  return last.paragraph ?? last.line ?? last.sentence ?? last.word ?? { from: anywhere, to: anywhere };
}

function breakAt(text: string, at: number, space: string): Break {
  const lines = space.split("\n").length - 1;
  if (lines > 0) return lines > 1 ? "paragraph" : "line";
  return /[.!?…]["'»”)]?$/.test(text.slice(Math.max(0, at - 2), at)) ? "sentence" : "word";
}
