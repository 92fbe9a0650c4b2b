import { type Button, button, dataOf } from "./button.ts";

/** How many things stand on a page of the panel. */
export const pageSize = 8;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** From 0; there is always one. */
  readonly page: number;
  readonly pages: number;
}

/** The page of this number, or the last one when things have become fewer. */
export function pageOf<Item>(all: readonly Item[], wanted: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(Math.max(0, Number.isSafeInteger(wanted) ? wanted : 0), pages - 1);
  return { items: all.slice(page * pageSize, (page + 1) * pageSize), page, pages };
}

/** Previous, n/m, next; nothing where there is one page. `to` says what a press says for the sake of a page. */
export function pageRow(
  { page, pages }: Pick<Page<unknown>, "page" | "pages">,
  to: (page: number) => string,
): readonly (readonly Button[])[] {
  if (pages === 1) return [];
  return [
    [
      button("previous", page > 0 ? to(page - 1) : stay),
      button("page", stay, { page: String(page + 1), pages: String(pages) }),
      button("next-page", page < pages - 1 ? to(page + 1) : stay),
    ],
  ];
}

/** Said by a button that leads nowhere. */
export const stay = dataOf("stay");
