import { pick, type Random } from "#kernel/random";
import { endOf, type Entity, inOrder, type StyledText } from "../styled-text.ts";

/** A text with words marked, for tests: `["bold", "world"]` marks the first `world`. */
export const marked = (
  text: string,
  ...marks: readonly (readonly [string, string, string?])[]
): StyledText => ({
  text,
  entities: inOrder(
    marks.map(([type, words, url]) => {
      if (!text.includes(words)) throw new Error(`Not in the text: ${words}`);
      return { type, offset: text.indexOf(words), length: words.length, ...(url && { url }) };
    }),
  ),
});

/** What each entity is of, as people see it: `bold: world`. */
export const marksOf = ({ text, entities }: StyledText): readonly string[] =>
  entities.map((entity) => `${entity.type}: ${text.slice(entity.offset, endOf(entity))}`);

const pieces = [
  "beer",
  "Пиво",
  "BEER",
  "👋",
  "👨‍👩‍👧",
  "🇩🇪",
  "e\u0301",
  "👍🏽",
  "https://evil.example/a?b=1",
  "www.good.example",
  "shop.evil.com",
  "@taproom",
  "#tag",
  ".",
  "!",
  "…",
  "$1",
] as const;
const gaps = [" ", " ", " ", "", "\n", "\n\n", "  ", ". "] as const;
const types = [
  "bold",
  "italic",
  "code",
  "pre",
  "text_link",
  "url",
  "spoiler",
  "custom_emoji",
  "blockquote",
] as const;

/** Any text of so many pieces, half of them marked: entities may nest, overlap, and begin where another ends. */
export function anyText(random: Random, count: number): StyledText {
  let text = "";
  const borders = [0];
  for (let piece = 0; piece < count; piece++) {
    text += pick(random, pieces);
    borders.push(text.length);
    text += pick(random, gaps);
    borders.push(text.length);
  }
  const below = (most: number) => Math.floor(random() * most);
  const entities = Array.from({ length: Math.ceil(count / 2) }, (): Entity => {
    const from = below(borders.length - 1);
    const offset = borders[from] ?? 0;
    const end = borders[from + 1 + below(Math.min(6, borders.length - from - 1))] ?? text.length;
    const type = pick(random, types);
    return {
      type,
      offset,
      length: end - offset,
      ...(type === "text_link" && { url: "https://evil.example" }),
    };
  });
  return { text, entities: inOrder(entities.filter(({ length }) => length > 0)) };
}

/** What is wrong with the entities, if anything is. */
export function faultsOf({ text, entities }: StyledText): readonly string[] {
  const isWithin = (at: number) => (text.codePointAt(at - 1) ?? 0) > 0xff_ff;
  return [
    ...(/\p{Surrogate}/u.test(text) ? ["half a character in the text"] : []),
    ...entities.flatMap((entity, index) => {
      const name = `${entity.type} at ${entity.offset}+${entity.length} of ${text.length}`;
      return [
        ...(entity.offset < 0 || endOf(entity) > text.length ? [`outside: ${name}`] : []),
        ...(entity.length < 1 ? [`empty: ${name}`] : []),
        ...(isWithin(entity.offset) || isWithin(endOf(entity)) ? [`cuts a character: ${name}`] : []),
        ...(entity.offset < (entities[index - 1]?.offset ?? 0) ? [`out of order: ${name}`] : []),
      ];
    }),
  ];
}
