import { RE2JS, RE2JSSyntaxException } from "re2js";
import * as z from "zod";

/** Longer patterns are refused when they are saved. */
const longest = 512;

/** Instructions a regex compiles to. Every one of them may have to look at every character of a text. */
const mostInstructions = 250;

/**
 * For all matches of a regex in one text. One search is linear, yet each may look at everything that is left of the text
 * and find little, as `.*y|x` does among many `x`: together they would take a second.
 */
const mostSteps = 10_000_000;

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
    const problem = as === "regex" && find.length <= longest ? problemOf(find) : undefined;
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
  /** From left to right; none is empty, and no two overlap. Of a regex that finds hundreds, perhaps not the last ones. */
  all(text: string): readonly Match[];
}

const known = new Map<string, Matcher>();
const mostKnown = 2_000;

/** Looks for a pattern, which must have passed the schema: what RE2 cannot read is thrown as its error. */
export function matcher(wanted: Pattern): Matcher {
  const name = `${wanted.as} ${wanted.caseSensitive} ${wanted.find}`;
  const found = known.get(name) ?? made(wanted);
  if (known.size >= mostKnown) known.clear();
  known.set(name, found);
  return found;
}

const made = (wanted: Pattern): Matcher => (wanted.as === "regex" ? linear(wanted) : literal(wanted));

/** What stands for itself can be left to JavaScript: there is nothing to try twice. */
function literal({ find, as, caseSensitive }: Pattern): Matcher {
  const expression = new RegExp(escaped(find), caseSensitive ? "gu" : "giu");
  const mayStand = as === "word" ? betweenBorders(find) : () => true;

  function* matches(text: string): Generator<Match> {
    let from = 0;
    for (;;) {
      expression.lastIndex = from;
      const match = expression.exec(text);
      if (!match) return;
      const isMatch = mayStand(text, match.index, expression.lastIndex);
      from = isMatch ? expression.lastIndex : characterEnd(text, match.index);
      if (isMatch) yield matchOf(match);
    }
  }
  return { isIn: (text) => !matches(text).next().done, all: (text) => [...matches(text)] };
}

function linear({ find, caseSensitive }: Pattern): Matcher {
  const expression = RE2JS.compile(find, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  const instructions = expression.programSize();

  function* matches(text: string): Generator<Match> {
    let steps = 0;
    for (const match of expression.matchAll(text)) {
      if (match[0].length > 0) yield matchOf(match);
      steps += instructions * (text.length - (match.index ?? 0));
      if (steps > mostSteps) return;
    }
  }
  // To ask whether there is any costs next to nothing, and mostly there is none.
  return {
    isIn: (text) => expression.test(text),
    all: (text) => (expression.test(text) ? [...matches(text)] : []),
  };
}

const matchOf = (match: RegExpMatchArray): Match => ({
  at: match.index ?? 0,
  length: match[0].length,
  groups: match.slice(1),
});

/** An accent may be a character of its own; it belongs to the letter before it. */
const endsInWord = /[\p{L}\p{M}\p{N}_]$/u;
const beginsInWord = /^[\p{L}\p{M}\p{N}_]/u;

/**
 * Whether a word ends where a match does, and none goes on before it. What itself begins or ends with a sign, such as
 * `#sale` or `C++`, needs no border there. (Looking around within the expression would cost a hundred times as much to compile.)
 */
function betweenBorders(find: string): (text: string, at: number, end: number) => boolean {
  const [isOpenBefore, isOpenAfter] = [!beginsInWord.test(find), !endsInWord.test(find)];
  return (text, at, end) =>
    (isOpenBefore || !endsInWord.test(text.slice(Math.max(0, at - 2), at))) &&
    (isOpenAfter || !beginsInWord.test(text.slice(end, end + 2)));
}

const characterEnd = (text: string, at: number): number =>
  at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1);

const escaped = (find: string): string => find.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** Settings are read far more often than they are written. */
const usable = new Set<string>();

/** Why a regex cannot be used, or undefined. */
function problemOf(find: string): string | undefined {
  if (usable.has(find)) return undefined;
  try {
    const instructions = RE2JS.compile(find).programSize();
    if (instructions <= mostInstructions) {
      if (usable.size >= mostKnown) usable.clear();
      usable.add(find);
      return undefined;
    }
    return `is too large a regex: it takes ${instructions} steps, and ${mostInstructions} are allowed. Repeat less, or make it several patterns`;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return syntaxProblem(find, error);
    throw error;
  }
}

function syntaxProblem(find: string, error: RE2JSSyntaxException): string {
  const piece = error.getPattern() ?? "";
  const place = piece === find ? "" : ` at character ${find.indexOf(piece) + 1}`;
  return `is no regex that RE2 can read: ${error.getDescription()} ${piece}${place}${hint(piece)}`;
}

function hint(piece: string): string {
  if (/^\(\?<?[!=]/.test(piece)) return ". RE2 looks neither ahead nor behind";
  return /^\\[1-9k]/.test(piece) ? ". RE2 has no back references" : "";
}
