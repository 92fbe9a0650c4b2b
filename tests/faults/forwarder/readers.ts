import { type Item, lastItemsOf, readWords, type SourceScript } from "./script.ts";

/** A message as its readers see it, as far as the storm wants it. */
export interface Shown {
  readonly text?: string;
  readonly caption?: string;
  readonly media_group_id?: string;
  readonly isDeleted: boolean;
}

/** What is wrong with what readers see, each as `target source:post`. */
export interface Findings {
  readonly missing: readonly string[];
  /** A message of it stands there twice. */
  readonly doubled: readonly string[];
  readonly moreThanDoubled: readonly string[];
  /** Albums of which a copy is not one album, lacks something or is out of order. */
  readonly split: readonly string[];
  /** Posts that stand behind a later one of their source. */
  readonly reordered: readonly string[];
  /** What its readers read last is not what it became. */
  readonly stale: readonly string[];
  /** Posts that should stand there, over all targets. */
  readonly expected: number;
}

export const postName = (target: number, { source, post }: Pick<Item, "source" | "post">): string =>
  `${target} ${source}:${post}`;

/** Looks through what stands in the targets, each with its messages in order. */
export function look(
  script: readonly SourceScript[],
  shown: ReadonlyMap<number, readonly Shown[]>,
): Findings {
  const found = [...shown].map(([target, messages]) =>
    lookAt(
      target,
      copiesIn(messages),
      script.filter(({ targets }) => targets.includes(target)),
    ),
  );
  const all = (of: Exclude<keyof Findings, "expected">) => found.flatMap((each) => each[of]);
  return {
    missing: all("missing"),
    doubled: all("doubled"),
    moreThanDoubled: all("moreThanDoubled"),
    split: all("split"),
    reordered: all("reordered"),
    stale: all("stale"),
    expected: found.reduce((sum, { expected }) => sum + expected, 0),
  };
}

/** What people see as one: neighbours of one media group, or a message. */
type Copy = readonly [Item, ...Item[]];

function copiesIn(messages: readonly Shown[]): readonly Copy[] {
  const copies: { group: string | undefined; items: [Item, ...Item[]] }[] = [];
  for (const { text, caption, media_group_id: group, isDeleted } of messages) {
    const item = readWords(text ?? caption ?? "");
    if (!item || isDeleted) continue;
    const last = copies.at(-1);
    if (last && group !== undefined && last.group === group) last.items.push(item);
    else copies.push({ group, items: [item] });
  }
  return copies.map(({ items }) => items);
}

function lookAt(target: number, copies: readonly Copy[], script: readonly SourceScript[]): Findings {
  const name = (item: Pick<Item, "source" | "post">) => postName(target, item);
  const last = script.flatMap((each) =>
    [...lastItemsOf(each)].map(([post, items]) => ({ source: each.source, post, mode: each.mode, items })),
  );
  const shown = Map.groupBy(copies.flat(), name);
  const timesOf = (post: (typeof last)[number]) => {
    const items = Map.groupBy(shown.get(name(post)) ?? [], ({ item }) => item);
    return Math.max(0, ...[...items.values()].map(({ length }) => length));
  };
  const isStale = (post: (typeof last)[number]) =>
    post.mode === "copy" &&
    post.items.some(({ item, version }) => {
      const read = shown.get(name(post))?.findLast((each) => each.item === item);
      return read !== undefined && read.version !== version;
    });
  return {
    missing: last.filter((post) => !shown.has(name(post))).map(name),
    doubled: last.filter((post) => timesOf(post) === 2).map(name),
    moreThanDoubled: last.filter((post) => timesOf(post) > 2).map(name),
    split: [...new Set(copies.filter((copy) => !isWhole(copy)).map(([first]) => name(first)))],
    reordered: reorderedIn(copies).map(name),
    stale: last.filter(isStale).map(name),
    expected: last.length,
  };
}

const isWhole = (copy: Copy): boolean =>
  copy.length === copy[0].of && copy.every(({ item }, place) => item === place + 1);

/** Every post of which a copy stands behind a later post. */
function reorderedIn(copies: readonly Copy[]): readonly Item[] {
  const latest = new Map<number, number>();
  return copies.flatMap(([first]) => {
    const before = latest.get(first.source) ?? -1;
    latest.set(first.source, Math.max(before, first.post));
    return first.post < before ? [first] : [];
  });
}
