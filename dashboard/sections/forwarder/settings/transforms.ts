import type { Transform } from "#domain/forwarder/transforms/settings";

export const transformKinds = ["replace", "header", "footer", "template", "mask-links", "style"] as const;
export type TransformKind = (typeof transformKinds)[number];

/** One of a kind, to be filled in. */
export function freshTransform(is: TransformKind): Transform {
  switch (is) {
    case "replace":
      return { is, what: { find: "", as: "word", caseSensitive: false }, with: "", keepCase: false };
    case "mask-links":
      return { is, with: "", keep: [], only: [] };
    case "template":
      return { is, text: "{text}" };
    case "header":
    case "footer":
      return { is, text: "" };
    case "style":
      return { is, as: "bold" };
  }
}

/** The list with what stands at one place put to another. */
export const moved = <Item>(list: readonly Item[], from: number, to: number): Item[] => {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1));
};
