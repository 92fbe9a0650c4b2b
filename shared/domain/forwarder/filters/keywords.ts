import { text } from "#kernel/text";
import { matcher, type Pattern } from "../pattern.ts";
import { wholeText } from "../post.ts";
import { discard, type Filter, pass, type Verdict } from "./filter.ts";
import type { FilterSettings } from "./settings.ts";

type Keywords = FilterSettings["keywords"];

/** A caption or any other text of the post counts, and each message's on lines of its own. */
export const byKeywords: Filter = (post, { keywords }) => {
  const said = wholeText(post);
  const included = () => byInclude(keywords, said);
  const excluded = () => byExclude(keywords, said);
  switch (keywords.order) {
    case "include-only":
      return included();
    case "exclude-only":
      return excluded();
    case "exclude-then-include":
      return firstDiscard(excluded(), included);
    case "include-then-exclude":
      return keywords.include.length > 0 && included().says === "pass" ? included() : excluded();
  }
};

const firstDiscard = (verdict: Verdict, otherwise: () => Verdict): Verdict =>
  verdict.says === "discard" ? verdict : otherwise();

/** An empty include list wants everything. */
const byInclude = ({ include, invertInclude }: Keywords, said: string): Verdict =>
  wanting(include, invertInclude ? "none" : "one", said);

const byExclude = ({ exclude, invertExclude }: Keywords, said: string): Verdict =>
  wanting(exclude, invertExclude ? "one" : "none", said);

function wanting(patterns: readonly Pattern[], wanted: "one" | "none", said: string): Verdict {
  if (patterns.length === 0) return pass;
  const hit = firstIn(patterns, said);
  if (hit === undefined) return wanted === "one" ? discard(text("filtered-no-keyword")) : pass;
  const why = text("filtered-keyword", { keyword: hit.find });
  return wanted === "one" ? { says: "pass", why } : discard(why);
}

const firstIn = (patterns: readonly Pattern[], said: string): Pattern | undefined =>
  patterns.find((each) => matcher(each).isIn(said));
