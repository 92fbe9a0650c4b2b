/** Find entities: what Telegram marks in a text by itself: links, commands, names, tags and addresses. */
import type { Entity } from "./entities.ts";

/** UTF-16 offsets, in order; nothing is found within what is marked already. */
export function findEntities(text: string, marked: readonly Entity[] = []): Entity[] {
  const found: Entity[] = marked.filter(({ type }) => hidesOthers.has(type));
  for (const { type, pattern, end = whole } of kinds) {
    for (const match of text.matchAll(pattern)) {
      const length = end(match[0]).length;
      const entity = { type, offset: match.index, length };
      if (length > 0 && !found.some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  const others = marked.filter(({ type }) => !hidesOthers.has(type));
  return [...others, ...found].toSorted(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
}

const hidesOthers = new Set(["text_link", "code", "pre", "url", "mention", "text_mention", "bot_command"]);

interface Kind {
  readonly type: string;
  readonly pattern: RegExp;
  /** The part of the match that counts. */
  readonly end?: (match: string) => string;
}

const whole = (match: string) => match;

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?`;
const rest = String.raw`(?::\d{1,5})?(?:[/?#][^\s<>"«»]*)?`;
// Without a scheme only names that end as people's sites do; any other word with a dot in it is a word.
const endings =
  "com|net|org|info|io|me|ru|su|рф|ua|by|kz|de|fr|uk|us|eu|tv|gg|be|it|es|pl|cz|jp|cn|in|co|app|dev|xyz|site|online|link|page|ai|to|cc|ly|test";

// The first kind that claims a piece of the text keeps it.
const kinds: readonly Kind[] = [
  {
    type: "url",
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:https?|ftp|tonsite)://[^\s/?#<>"«»]+${rest}`, "giu"),
    end: withoutPunctuation,
  },
  {
    type: "email",
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}/:])[\w.+-]+@(?:${label}\.)+\p{L}{2,}`, "gu"),
  },
  {
    type: "url",
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}_@/.-])(?:${label}\.)+(?:${endings})(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])${rest}`,
      "giu",
    ),
    end: withoutPunctuation,
  },
  { type: "bot_command", pattern: /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32})?(?![\w/])/gu },
  { type: "mention", pattern: /(?<![\p{L}\p{N}_@/])@\w{4,32}(?!\w)/gu },
  { type: "hashtag", pattern: /(?<![\p{L}\p{N}_#/])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/gu },
];

// "See https://a.b/c." ends before the full stop; a bracket belongs to the link only where it was opened in it.
function withoutPunctuation(url: string): string {
  let end = url;
  for (;;) {
    const last = end.at(-1) ?? "";
    const opening = brackets.get(last);
    const isUnopened = opening !== undefined && end.split(last).length > end.split(opening).length;
    if (!".,:;!?'…".includes(last) && !isUnopened) return end;
    if (last === "") return end;
    end = end.slice(0, -1);
  }
}

const brackets = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

function overlaps(one: Entity, other: Entity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}
