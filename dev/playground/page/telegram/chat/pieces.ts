/** Pieces of a text: wherever the marks on it change, another piece begins. Offsets count UTF-16 units, as strings here do. */
import type { Entity } from "../../../wire-telegram.ts";

export interface Piece {
  readonly text: string;
  readonly marks: readonly Entity[];
}

export function piecesOf(text: string, entities: readonly Entity[] = []): readonly Piece[] {
  const bounds = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...bounds, text.length])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] ?? text.length;
    const marks = entities.filter(({ offset, length }) => offset <= from && to <= offset + length);
    return { text: text.slice(from, to), marks };
  });
}
