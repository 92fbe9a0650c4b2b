import type { ComponentChildren } from "preact";
import type { Entity, StyledText } from "#domain/forwarder/styled-text";
import { piecesOf } from "./pieces.ts";

/** A text as Telegram would show it. It is always text: what it links to is only told. */
export function Styled({ text }: { readonly text: StyledText }) {
  return (
    <p class="tester-text">
      {piecesOf(text).map((piece, nth) => (
        <span key={nth}>
          {piece.marks.reduceRight<ComponentChildren>((inside, mark) => marked(mark, inside), piece.text)}
        </span>
      ))}
    </p>
  );
}

function marked({ type, url }: Entity, inside: ComponentChildren): ComponentChildren {
  switch (type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "underline":
      return <u>{inside}</u>;
    case "strikethrough":
      return <s>{inside}</s>;
    case "code":
    case "pre":
      return <code>{inside}</code>;
    case "spoiler":
      return <span class="tester-spoiler">{inside}</span>;
    case "blockquote":
    case "expandable_blockquote":
      return <q>{inside}</q>;
    case "url":
    case "text_link":
    case "mention":
    case "hashtag":
      return (
        <span class="tester-link" title={url}>
          {inside}
        </span>
      );
    default:
      return inside;
  }
}
