import { RE2JS, RE2JSSyntaxException } from "re2js";
import * as z from "zod";

/** Longer patterns are refused when they are saved. */
const longest = 512;

/** Instructions a regex compiles to. Every one of them may have to look at every character of a text. */
const mostInstructions = 250;

/** In one text. Each match of a regex may have looked through the whole of it. */
const mostMatches = 1_000;

/** What is looked for in a text. `regex` is RE2's dialect: it has no back references, and no text makes it slow. */
export const pattern = z
  .strictObject({
    find: z.string().min(1).max(longest),
    as: z
      .enum(["word", "substring", "regex"])
      .default("word")
      .describe(
        "word: with no letter, digit or _ right before or after it, of any alphabet. " +
          "regex: RE2's syntax, https://github.com/google/re2/wiki/Syntax, where \\w and \\b know Latin letters only; " +
          "\\p{L} is a letter of any alphabet, and (?m) lets ^ and $ stand for lines",
      ),
    caseSensitive: z.boolean().default(false),
  })
  .superRefine(({ find, as }, context) => {
    const problem = as === "regex" ? problemOf(find) : undefined;
    if (problem) context.addIssue({ code: "custom", path: ["find"], message: problem, input: find });
  });
export type Pattern = z.infer<typeof pattern>;

export interface Match {
  /** In UTF-16 code units, as entities count. */
  readonly at: number;
  readonly length: number;
  /** What the groups of a regex hold, the first at 0; undefined: it took no part. */
  readonly groups: readonly (string | undefined)[];
}

export interface Matcher {
  isIn(text: string): boolean;
  /** From left to right; none is empty, and no two overlap. Of a regex the first thousand. */
  all(text: string): readonly Match[];
}

const known = new Map<string, Matcher>();
const mostKnown = 1_000;

/** Looks for a pattern, which must have passed the schema: what RE2 cannot read is thrown as its error. */
export function matcher(wanted: Pattern): Matcher {
  const name = `${wanted.as} ${wanted.caseSensitive} ${wanted.find}`;
  const found = known.get(name) ?? made(wanted);
  if (known.size >= mostKnown) known.clear();
  known.set(name, found);
  return found;
}

const made = (wanted: Pattern): Matcher => (wanted.as === "regex" ? linear(wanted) : literal(wanted));

/** A text that stands for itself can be left to JavaScript: it never has to go back. */
function literal({ find, as, caseSensitive }: Pattern): Matcher {
  const expression = new RegExp(
    as === "word" ? wholeWord(find) : escaped(find),
    caseSensitive ? "gu" : "giu",
  );
  return {
    isIn: (text) => text.search(expression) !== -1,
    all: (text) => [...text.matchAll(expression)].map(matchOf),
  };
}

function linear({ find, caseSensitive }: Pattern): Matcher {
  const expression = RE2JS.compile(find, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  return {
    isIn: (text) => expression.test(text),
    // Asking first is cheap, and most texts hold nothing.
    all: (text) => (expression.test(text) ? firstOf(expression.matchAll(text)) : []),
  };
}

function firstOf(matches: Iterable<RegExpMatchArray>): readonly Match[] {
  const found: Match[] = [];
  for (const match of matches) {
    if (match[0].length > 0) found.push(matchOf(match));
    if (found.length === mostMatches) break;
  }
  return found;
}

const matchOf = (match: RegExpMatchArray): Match => ({
  at: match.index ?? 0,
  length: match[0].length,
  groups: match.slice(1),
});

/** An accent may be a character of its own and belongs to the letter before it. */
const ofWord = String.raw`[\p{L}\p{M}\p{N}_]`;
const beginsWithWord = new RegExp(`^${ofWord}`, "u");
const endsWithWord = new RegExp(`${ofWord}$`, "u");

/** What begins or ends with a sign, such as `#sale` or `C++`, has its border there whatever stands beside it. */
const wholeWord = (find: string): string =>
  (beginsWithWord.test(find) ? `(?<!${ofWord})` : "") +
  escaped(find) +
  (endsWithWord.test(find) ? `(?!${ofWord})` : "");

const escaped = (find: string): string => find.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** Why a regex cannot be used, or undefined. */
function problemOf(find: string): string | undefined {
  try {
    const instructions = RE2JS.compile(find).programSize();
    if (instructions <= mostInstructions) return undefined;
    return `is too large a regex: it takes ${instructions} steps a character, and ${mostInstructions} are allowed. Write less repetition, or several patterns`;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return syntaxProblem(find, error);
    throw error;
  }
}

function syntaxProblem(find: string, error: RE2JSSyntaxException): string {
  const piece = error.getPattern() ?? "";
  const place = piece === "" || piece === find ? "" : ` at character ${find.indexOf(piece) + 1}`;
  return `is no regex that RE2 can read: ${error.getDescription()} ${piece}${place}${hint(piece)}`;
}

const hint = (piece: string): string => {
  if (/^\(\?<?[=!]/.test(piece)) return ". RE2 looks neither ahead nor behind";
  return /^\\[1-9k]/.test(piece) ? ". RE2 has no back references" : "";
};
