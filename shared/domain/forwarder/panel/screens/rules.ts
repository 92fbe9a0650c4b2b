import { text } from "#kernel/text";
import { patternsOf, waysToFind } from "../add-rules.ts";
import { button, type Screen, verbatim } from "../button.ts";
import { keywordLists } from "../change.ts";
import type { AddKeywords, AddReplace } from "../dialogue.ts";
import type { Press } from "./marks.ts";

export function addKeywordsBody(dialogue: AddKeywords, press: Press): Screen {
  switch (dialogue.step) {
    case "list":
      return {
        lines: [text("forwarder-keywords-list")],
        rows: keywordLists.map((list) => [button(`keywords-${list}`, press("list", list))]),
      };
    case "as":
      return asBody(press);
    case "words":
      return { lines: [text("forwarder-keywords-words", { as: dialogue.as })], rows: [] };
    case "summary":
      return {
        lines: [
          text("forwarder-keywords-summary", { list: dialogue.list, as: dialogue.as }),
          ...patternsOf(dialogue)
            .slice(0, 20)
            .map(({ find }) => verbatim(`• ${find}`, 120)),
          ...(dialogue.words.length > 20
            ? [text("forwarder-and-more", { count: dialogue.words.length - 20 })]
            : []),
        ],
        rows: [
          caseRow(dialogue.caseSensitive, "case-sensitive", press),
          [button("confirm", press("confirm"))],
        ],
      };
  }
}

const asBody = (press: Press): Screen => ({
  lines: [text("forwarder-as")],
  rows: waysToFind.map((as) => [button(`as-${as}`, press("as", as))]),
});

const caseRow = (isOn: boolean, key: string, press: Press) => [
  button(key, press("case", String(!isOn)), { on: isOn ? "yes" : "no" }),
];

export function addReplaceBody({ step, as, find, with: words, keepCase }: AddReplace, press: Press): Screen {
  switch (step) {
    case "as":
      return asBody(press);
    case "find":
      return { lines: [text("forwarder-replace-find", { as })], rows: [] };
    case "with":
      return {
        lines: [text("forwarder-replace-with", { find: verbatim(find, 200), as })],
        rows: [[button("replace-nothing", press("nothing"))]],
      };
    case "summary":
      return {
        lines: [
          text("forwarder-transform-replace", {
            find: verbatim(find, 200),
            with: verbatim(words || "∅", 200),
          }),
        ],
        rows: [caseRow(keepCase, "keep-case", press), [button("confirm", press("confirm"))]],
      };
  }
}
