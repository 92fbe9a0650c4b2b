import type { Entity, StyledText } from "#domain/forwarder/styled-text";

/** A piece of a text and everything it is marked with, the outermost first. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Entity[];
}

/** A text cut wherever a mark begins or ends: marks may nest and overlap, and pieces never do. */
export function piecesOf({ text, entities }: StyledText): readonly Piece[] {
  const borders = [0, text.length, ...entities.flatMap(({ offset, length }) => [offset, offset + length])];
  const cuts = [...new Set(borders)]
    .filter((at) => at <= text.length)
    .toSorted((left, right) => left - right);
  return cuts.slice(1).map((end, nth) => {
    const start = cuts[nth] ?? 0;
    const marks = entities.filter(({ offset, length }) => offset <= start && offset + length >= end);
    return { text: text.slice(start, end), marks };
  });
}
