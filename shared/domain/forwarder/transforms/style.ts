import { type Entity, endOf, inOrder, type StyledText } from "../styled-text.ts";
import type { Transform } from "./settings.ts";

type Style = Extract<Transform, { is: "style" }>["as"];

/** How a text looks; whatever else an entity may be is a thing that it does, such as to link, or a character. */
const looks = new Set([
  "bold",
  "italic",
  "underline",
  "strikethrough",
  "spoiler",
  "code",
  "pre",
  "blockquote",
  "expandable_blockquote",
]);

/**
 * The whole text in one style, besides those it has. `plain` takes all of them away and leaves links, mentions and custom
 * emoji; `code` can hold nothing else, so that links within go. https://core.telegram.org/bots/api#formatting-options
 */
export function restyled({ text, entities }: StyledText, as: Style): StyledText {
  if (as === "plain") return { text, entities: entities.filter(({ type }) => !looks.has(type)) };
  if (as === "code") return { text, entities: spansOf(as, 0, text.length) };
  const others = entities.filter(({ type }) => type !== as);
  return { text, entities: inOrder([...aroundCode(as, text, entities), ...others]) };
}

/** Code bears no other style: it is left out. */
function aroundCode(as: Style, text: string, entities: readonly Entity[]): readonly Entity[] {
  const spans: Entity[] = [];
  let from = 0;
  for (const code of entities.filter(({ type }) => type === "code" || type === "pre")) {
    spans.push(...spansOf(as, from, code.offset));
    from = Math.max(from, endOf(code));
  }
  return [...spans, ...spansOf(as, from, text.length)];
}

const spansOf = (type: string, from: number, to: number): readonly Entity[] =>
  to > from ? [{ type, offset: from, length: to - from }] : [];
