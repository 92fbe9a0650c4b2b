import { text } from "#kernel/text";
import { matcher, type Pattern } from "../pattern.ts";
import { wholeText } from "../post.ts";
import { discard, type Filter, pass, type Verdict } from "./filter.ts";
import type { FilterSettings } from "./settings.ts";

type Keywords = FilterSettings["keywords"];

/** Captions count like any other text of the post; each stands on lines of its own. */
export const byKeywords: Filter = (post, { keywords }) => {
  const said = wholeText(post);
  const verdicts = listsOf(keywords).map((list) => met(list, said));
  return verdicts.find(({ says }) => says === "discard") ?? verdicts.find(({ why }) => why) ?? pass;
};

interface List {
  readonly patterns: readonly Pattern[];
  readonly wants: "one" | "none";
}

/** In their order; all have to be met. Inverted, a list is a second one of the other kind, which no order leaves out. */
function listsOf({ order, ...keywords }: Keywords): readonly List[] {
  const include: List = { patterns: keywords.include, wants: keywords.invertInclude ? "none" : "one" };
  const exclude: List = { patterns: keywords.exclude, wants: keywords.invertExclude ? "one" : "none" };
  switch (order) {
    case "exclude-then-include":
      return [exclude, include];
    case "include-then-exclude":
      return [include, exclude];
    case "include-only":
      return keywords.invertExclude ? [include, exclude] : [include];
    case "exclude-only":
      return keywords.invertInclude ? [exclude, include] : [exclude];
  }
}

/** An empty list is always met. */
function met({ patterns, wants }: List, said: string): Verdict {
  if (patterns.length === 0) return pass;
  const hit = firstIn(patterns, said);
  if (hit === undefined) return wants === "one" ? discard(text("filtered-no-keyword")) : pass;
  const why = text("filtered-keyword", { keyword: hit.find });
  return wants === "one" ? { says: "pass", why } : discard(why);
}

const firstIn = (patterns: readonly Pattern[], said: string): Pattern | undefined =>
  patterns.find((each) => matcher(each).isIn(said));
