import { pageOf } from "./page.ts";

/** What is marked in a long list, by keys, and which page of it is looked at. */
export interface Selection {
  readonly chosen: readonly string[];
  readonly page: number;
}

export const nothingChosen: Selection = { chosen: [], page: 0 };

/** What a press does to a selection of these keys; undefined: it is none of the list's own buttons. */
export function selected(
  selection: Selection,
  { what, arg }: { readonly what: string; readonly arg: string },
  keys: readonly string[],
): Selection | undefined {
  const { chosen, page } = selection;
  switch (what) {
    case "toggle":
      return { ...selection, chosen: toggled(chosen, arg, keys) };
    case "page":
      return { ...selection, page: pageOf(keys, Number(arg)).page };
    case "pick-page":
      return { ...selection, chosen: union(chosen, pageOf(keys, page).items) };
    case "pick-all":
      return { ...selection, chosen: union(chosen, keys) };
    case "pick-none":
      return { ...selection, chosen: [] };
    default:
      return undefined;
  }
}

/** What has gone from the list since cannot be marked any more. */
function toggled(chosen: readonly string[], key: string, keys: readonly string[]): readonly string[] {
  if (chosen.includes(key)) return chosen.filter((each) => each !== key);
  return keys.includes(key) ? [...chosen, key] : chosen;
}

export const union = (some: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...some, ...more]),
];
