import { BadInput } from "#kernel/errors";

/** Where a list goes on: behind the item that these tell from the others. No part but the last has a `~` in it. */
export const cursorAt = (...parts: readonly (string | number)[]): string => parts.join("~");

/** What a cursor is made of. Throws BadInput. */
export function partsOf(cursor: string, shape: RegExp): readonly string[] {
  const [, ...parts] = shape.exec(cursor) ?? [];
  if (parts.length === 0) throw new BadInput("cursor: wants `next` of the list before");
  return parts;
}

/** A part of a list that was asked for with one item more than is shown, to see whether it goes on. */
export function partOf<Item, Shown>(
  found: readonly Item[],
  limit: number,
  { shown, cursor }: { readonly shown: (item: Item) => Shown; readonly cursor: (last: Item) => string },
): { readonly items: readonly Shown[]; readonly next?: string } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(shown), ...(found.length > limit && last && { next: cursor(last) }) };
}
