import { rollDie, seeded, type Random } from "../../../shared/kernel/random.ts";

/** A message of a source, as its words say. */
export interface Item {
  readonly source: number;
  readonly post: number;
  /** Which message of its album, from 1; of one message 1. */
  readonly item: number;
  readonly of: number;
  /** 1, and one more with each edit. */
  readonly version: number;
}

/** What somebody does in a source, `waitMs` after what they did before. */
export type Deed = { readonly waitMs: number } & (
  | { readonly is: "post"; readonly post: number; readonly items: readonly Item[] }
  | { readonly is: "edit"; readonly item: Item }
);

/** A source and all that happens in it. */
export interface SourceScript {
  readonly source: number;
  readonly mode: "copy" | "forward";
  readonly targets: readonly number[];
  readonly deeds: readonly Deed[];
}

export interface StormSize {
  readonly seed: number;
  readonly posts: number;
  /** How many targets each source has. */
  readonly fanOut: number;
  /** How long the posting takes, about. */
  readonly seconds: number;
  /** The share of posts that are albums; a third unless it is said. */
  readonly albums?: number;
}

export const sources = 20;
export const targets = 50;

/** A third of the posts are albums of two to ten; about a sixth of all are edited, some at once and some later. The same seed is the same storm. */
export function scriptOf({
  seed,
  posts,
  fanOut,
  seconds,
  albums = 1 / 3,
}: StormSize): readonly SourceScript[] {
  const random = seeded(seed);
  const each = Math.ceil(posts / sources);
  const pause = (seconds * 1_000) / each;
  return Array.from({ length: sources }, (_, source) => ({
    source,
    mode: source % 4 === 3 ? "forward" : "copy",
    targets: Array.from({ length: fanOut }, (__, n) => (source * fanOut + n) % targets),
    deeds: deedsOf({ source, posts: each, pause, albums }, random),
  }));
}

interface Habits {
  readonly source: number;
  readonly posts: number;
  /** In milliseconds, on average. */
  readonly pause: number;
  readonly albums: number;
}

function deedsOf({ source, posts, pause, albums }: Habits, random: Random): readonly Deed[] {
  const deeds: Deed[] = [];
  const standing: Item[][] = [];
  for (let post = 0; post < posts; post++) {
    const of = random() < albums ? 1 + rollDie(random, 9) : 1;
    const items = Array.from({ length: of }, (_, n) => ({ source, post, item: n + 1, of, version: 1 }));
    standing.push(items);
    deeds.push({ is: "post", post, items: [...items], waitMs: random() * 2 * pause });
    // Nothing comes after the last post, so that whoever has heard of it has heard of all.
    if (random() < 1 / 6 && post < posts - 1) deeds.push(edit(standing, random));
  }
  return deeds;
}

/** Of the newest post, which waits in line as likely as not, or of any. */
function edit(standing: readonly Item[][], random: Random): Deed {
  const post = random() < 0.5 ? standing.length - 1 : Math.floor(random() * standing.length);
  const items = standing[post] ?? [];
  const place = Math.floor(random() * items.length);
  const before = items[place] as Item;
  const item = { ...before, version: before.version + 1 };
  items[place] = item;
  return { is: "edit", item, waitMs: random() * 500 };
}

/** How each message of a script reads in the end. */
export function lastItemsOf({ deeds }: SourceScript): ReadonlyMap<number, readonly Item[]> {
  const last = new Map<number, Item[]>();
  for (const deed of deeds) {
    if (deed.is === "post") last.set(deed.post, [...deed.items]);
    else last.get(deed.item.post)?.splice(deed.item.item - 1, 1, deed.item);
  }
  return last;
}

export const wordsOf = ({ source, post, item, of, version }: Item): string =>
  `Source ${source}, post ${post}, item ${item} of ${of}, version ${version}`;

/** Undefined: it is no message of the storm. */
export function readWords(words: string): Item | undefined {
  const numbers = /^Source (\d+), post (\d+), item (\d+) of (\d+), version (\d+)$/
    .exec(words)
    ?.slice(1)
    .map(Number);
  if (!numbers) return undefined;
  const [source = 0, post = 0, item = 0, of = 0, version = 0] = numbers;
  return { source, post, item, of, version };
}
