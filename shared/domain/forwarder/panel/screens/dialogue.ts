import { type Text, text } from "#kernel/text";
import { type Button, button, dataOf, inRows, type Screen } from "../button.ts";
import { actsOnMappings } from "../choose.ts";
import type { AddMapping, Choose, Kept } from "../dialogue.ts";
import { parts } from "../../settings-parts.ts";
import { carryingOptions, type OptionName, valueOf } from "../option-list.ts";
import { nextValue } from "../options.ts";
import { type Item, marks, namesOf, type Press } from "./marks.ts";
import { addKeywordsBody, addReplaceBody } from "./rules.ts";

/** What a dialogue shows at its step; `problem` says what was wrong with the last answer. */
export function dialogueScreen(
  { dialogue, token }: Pick<Kept, "dialogue" | "token">,
  items: readonly Item[],
  problem?: Text,
): Screen {
  const press: Press = (what, arg = "") => dataOf("step", token, dialogue.step, what, arg);
  const { lines, rows } = bodyOf(dialogue, items, press);
  return {
    lines: [...(problem ? [text("forwarder-problem", { problem })] : []), ...lines],
    rows: [...rows, [button("back", press("back")), button("cancel", press("cancel"))]],
  };
}

function bodyOf(dialogue: Kept["dialogue"], items: readonly Item[], press: Press): Screen {
  switch (dialogue.is) {
    case "add-mapping":
      return addMappingBody(dialogue, items, press);
    case "add-keywords":
      return addKeywordsBody(dialogue, press);
    case "add-replace":
      return addReplaceBody(dialogue, press);
    case "choose":
      return chooseBody(dialogue, items, press);
    case "fill":
      return { lines: [text(`forwarder-fill-${dialogue.field}`)], rows: [] };
    case "wait":
      return dialogue.step === "chat"
        ? { lines: [text("forwarder-wait-chat")], rows: [[button("pick", press("pick"))]] }
        : {
            lines: [text(`forwarder-wait-${dialogue.step}${dialogue.mapping === undefined ? "-all" : ""}`)],
            rows: [],
          };
  }
}

function addMappingBody(dialogue: AddMapping, items: readonly Item[], press: Press): Screen {
  const { step, sources, targets, page, settings } = dialogue;
  switch (step) {
    case "sources":
    case "targets": {
      const chosen = dialogue[step];
      return {
        lines: [
          text(`forwarder-adding-${step}`),
          text("forwarder-adding-how"),
          ...(items.length === 0 ? [text("forwarder-adding-none")] : []),
        ],
        rows: [
          ...marks(items, { chosen, page }, press),
          [button("pick", press("pick"))],
          [button("next", press("next"), { count: chosen.length })],
        ],
      };
    }
    case "mode":
      return {
        lines: [text("forwarder-adding-mode")],
        rows: [
          [button("mode-forward", press("mode", "forward"))],
          [button("mode-copy", press("mode", "copy"))],
        ],
      };
    case "options":
      return {
        lines: [text("forwarder-adding-options")],
        rows: [
          // The cast: the names of the options are their keys.
          ...(Object.keys(carryingOptions) as OptionName[])
            .filter((name) => name !== "mode")
            .map((name) => [
              button(`option-${name}`, press(name, nextValue(settings, name)), {
                value: valueOf(settings, name),
              }),
            ]),
          [button("on", press("next"))],
        ],
      };
    case "summary":
      return {
        lines: [
          text("forwarder-adding-summary", { count: sources.length * targets.length }),
          text("forwarder-adding-from", { names: namesOf(sources, items) }),
          text("forwarder-adding-to", { names: namesOf(targets, items) }),
          text("forwarder-mapping-mode", { mode: settings.mode, fallback: String(settings.fallback) }),
        ],
        rows: [[button("confirm", press("confirm"))]],
      };
  }
}

function chooseBody(dialogue: Choose, items: readonly Item[], press: Press): Screen {
  const { of, chosen, step } = dialogue;
  const count = chosen.length;
  if (step === "confirm")
    return {
      lines: [text(`forwarder-sure-${of.list}`, { count, what: dialogue.act ?? "" }), namesOf(chosen, items)],
      rows: [[button("confirm", press("confirm"))]],
    };
  return {
    lines: [
      text(`forwarder-choose-${of.list}`),
      ...(items.length === 0 ? [text("forwarder-choose-empty")] : [text("forwarder-chosen", { count })]),
    ],
    rows: [
      ...marks(items, dialogue, press),
      ...(items.length === 0 ? [] : inRows(applying(dialogue, press), 2)),
    ],
  };
}

const actsOf = ({ list }: Choose["of"]): readonly string[] => {
  if (list === "mappings") return actsOnMappings;
  if (list === "copy-settings") return parts;
  return [list === "kinds" ? "kinds" : "remove"];
};

const applying = ({ of, chosen }: Choose, press: Press): readonly Button[] => {
  return actsOf(of).map((act) => button(`apply-${act}`, press("apply", act), { count: chosen.length }));
};
