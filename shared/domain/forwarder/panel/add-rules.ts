import { type Text, text } from "#kernel/text";
import { type Pattern, pattern } from "../pattern.ts";
import { verbatim } from "./button.ts";
import { keywordLists } from "./change.ts";
import { type AddKeywords, type AddReplace, done, type Input, left, on, type Turn } from "./dialogue.ts";

export const waysToFind = ["word", "substring", "regex"] as const;

export const addingKeywords = (mapping: number): AddKeywords => ({
  is: "add-keywords",
  step: "list",
  mapping,
  list: "include",
  as: "word",
  caseSensitive: false,
  words: [],
});

export function addKeywords(dialogue: AddKeywords, input: Input): Turn {
  if (input.is === "press" && input.what === "back") {
    const before = { as: "list", words: "as", summary: "words" } as const;
    return dialogue.step === "list" ? left : on({ ...dialogue, step: before[dialogue.step] });
  }
  if (dialogue.step === "words")
    return input.is === "words" ? wordsRead(dialogue, input.words) : on(dialogue);
  if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
  const { arg } = input;
  switch (dialogue.step) {
    case "list": {
      const list = keywordLists.find((each) => each === arg);
      return on(list ? { ...dialogue, list, step: "as" } : dialogue);
    }
    case "as": {
      const as = waysToFind.find((each) => each === arg);
      return on(as ? { ...dialogue, as, step: "words" } : dialogue);
    }
    case "summary":
      if (input.what === "case") return on({ ...dialogue, caseSensitive: arg === "true" });
      if (input.what !== "confirm") return on(dialogue);
      return done({
        is: "change",
        mapping: dialogue.mapping,
        change: { is: "add-keywords", list: dialogue.list, patterns: patternsOf(dialogue) },
      });
  }
}

/** One keyword a line. */
function wordsRead(dialogue: AddKeywords, said: string): Turn {
  const words = [...new Set(said.split("\n").flatMap((line) => line.trim() || []))];
  if (words.length === 0) return on(dialogue, text("forwarder-problem-empty"));
  const next = { ...dialogue, words };
  for (const each of patternsOf(next)) {
    const problem = problemOf(each);
    if (problem) return on(dialogue, problem);
  }
  return on({ ...next, step: "summary" });
}

export const patternsOf = ({ words, as, caseSensitive }: AddKeywords): readonly Pattern[] =>
  words.map((find) => ({ find, as, caseSensitive }));

export const addingReplace = (mapping: number): AddReplace => ({
  is: "add-replace",
  step: "as",
  mapping,
  as: "word",
  find: "",
  with: "",
  keepCase: false,
});

export function addReplace(dialogue: AddReplace, input: Input): Turn {
  if (input.is === "press" && input.what === "back") {
    const before = { find: "as", with: "find", summary: "with" } as const;
    return dialogue.step === "as" ? left : on({ ...dialogue, step: before[dialogue.step] });
  }
  switch (dialogue.step) {
    case "as": {
      const as = input.is === "press" ? waysToFind.find((each) => each === input.arg) : undefined;
      return as ? on({ ...dialogue, as, step: "find" }) : on(dialogue, text("forwarder-problem-press"));
    }
    case "find": {
      if (input.is !== "words") return on(dialogue);
      const find = input.words.trim();
      const problem = problemOf({ find, as: dialogue.as, caseSensitive: false });
      return problem ? on(dialogue, problem) : on({ ...dialogue, find, step: "with" });
    }
    case "with":
      if (input.is === "press") return input.what === "nothing" ? withRead(dialogue, "") : on(dialogue);
      return input.is === "words" ? withRead(dialogue, input.words) : on(dialogue);
    case "summary":
      if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
      if (input.what === "case") return on({ ...dialogue, keepCase: input.arg === "true" });
      return input.what === "confirm" ? done(replaceOf(dialogue)) : on(dialogue);
  }
}

const mostOfReplacement = 1_000;

const withRead = (dialogue: AddReplace, words: string): Turn =>
  words.length > mostOfReplacement
    ? on(dialogue, text("forwarder-problem-long", { most: mostOfReplacement }))
    : on({ ...dialogue, with: words, step: "summary" });

const replaceOf = ({ mapping, find, as, with: words, keepCase }: AddReplace) =>
  ({
    is: "change",
    mapping,
    change: {
      is: "add-transform",
      transform: { is: "replace", what: { find, as, caseSensitive: false }, with: words, keepCase },
    },
  }) as const;

function problemOf(wanted: Pattern): Text | undefined {
  if (wanted.find === "") return text("forwarder-problem-empty");
  const [issue] = pattern.safeParse(wanted).error?.issues ?? [];
  return issue && text("forwarder-problem-pattern", { find: verbatim(wanted.find), problem: issue.message });
}
