import { matcher } from "../pattern.ts";
import { replaced, type StyledText } from "../styled-text.ts";
import type { Transform } from "./settings.ts";

type Replace = Extract<Transform, { is: "replace" }>;

/** With other words wherever the pattern is found. */
export const withReplaced = (text: StyledText, { what, with: words, keepCase }: Replace): StyledText =>
  replaced(
    text,
    matcher(what)
      .all(text.text)
      .map(({ at, length, groups }) => {
        const found = text.text.slice(at, at + length);
        const by = what.as === "regex" ? withGroups(words, groups) : words;
        return { at, length, with: keepCase ? inCaseOf(found, by) : by };
      }),
  );

/** `$1` to `$99`; `$$` is a dollar. A group that took no part is empty, one that is not there stays as it is written. */
const withGroups = (words: string, groups: readonly (string | undefined)[]): string =>
  words.replaceAll(/\$(\$|\d\d?)/g, (written, name: string) => {
    if (name === "$") return "$";
    const [number, rest] = Number(name) <= groups.length ? [name, ""] : [name.charAt(0), name.slice(1)];
    const isThere = Number(number) >= 1 && Number(number) <= groups.length;
    return isThere ? (groups[Number(number) - 1] ?? "") + rest : written;
  });

/** `HELLO` becomes `BYE`, `Hello` becomes `Bye`; for `hello` the words are as they were written. */
function inCaseOf(found: string, words: string): string {
  const [first, second] = found.match(/\p{L}/gu) ?? [];
  if (!first || first === first.toLowerCase()) return words;
  return second && found === upper(found) ? upper(words) : words.replace(/\p{L}/u, upper);
}

const upper = (letters: string) => letters.toUpperCase();
