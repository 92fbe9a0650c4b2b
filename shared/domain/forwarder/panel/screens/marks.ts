import type { Text } from "#kernel/text";
import { type Button, button, verbatim } from "../button.ts";
import { pageOf, pageRow } from "../page.ts";
import type { Selection } from "../selection.ts";

/** Something that can be marked. */
export interface Item {
  readonly key: string;
  readonly label: Text;
}

/** What a press of a dialogue says. */
export type Press = (what: string, arg?: string | number) => string;

/** Things to mark, the pages, and the marks of many at once. */
export function marks(
  items: readonly Item[],
  { chosen, page }: Selection,
  press: Press,
): readonly (readonly Button[])[] {
  const shown = pageOf(items, page);
  if (items.length === 0) return [];
  return [
    ...shown.items.map(({ key, label }) => [
      button("mark", press("toggle", key), { on: chosen.includes(key) ? "yes" : "no", label }),
    ]),
    ...pageRow(shown, (number) => press("page", number)),
    [
      ...(shown.pages > 1 ? [button("pick-page", press("pick-page"))] : []),
      button("pick-all", press("pick-all")),
      button("pick-none", press("pick-none")),
    ],
  ];
}

const mostNames = 10;

/** The names of what is marked, as far as they fit. */
export function namesOf(keys: readonly string[], items: readonly Item[]): Text {
  const names = keys.slice(0, mostNames).map((key) => {
    const label = items.find((item) => item.key === key)?.label.args?.["words"];
    return typeof label === "string" ? label : key;
  });
  return verbatim([...names, ...(keys.length > mostNames ? ["…"] : [])].join(", "), 800);
}
