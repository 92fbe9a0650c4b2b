import { text } from "#kernel/text";
import { mappingSettings, type MappingSettings } from "../mapping-settings.ts";
import { addMapping } from "./add-mapping.ts";
import { addKeywords, addReplace } from "./add-rules.ts";
import { choose } from "./choose.ts";
import { type Dialogue, done, type Fill, type Input, left, on, type Turn } from "./dialogue.ts";
import { filled } from "./fields.ts";

/** What a dialogue has to know of the world to go on. */
export interface Known {
  /** What can be chosen now, by keys, in the order in which it is shown. */
  readonly listed: readonly string[];
  /** Of the mapping that it is about. */
  readonly settings?: MappingSettings;
}

/** Where a dialogue goes from here. Pure, so that it goes on in another version of the code as well. */
export function next(dialogue: Dialogue, input: Input, known: Known): Turn {
  if (input.is === "press" && input.what === "cancel") return left;
  switch (dialogue.is) {
    case "add-mapping":
      return addMapping(dialogue, input, known.listed);
    case "add-keywords":
      return addKeywords(dialogue, input);
    case "add-replace":
      return addReplace(dialogue, input);
    case "choose":
      return choose(dialogue, input, known.listed);
    case "fill":
      return fill(dialogue, input, known.settings ?? mappingSettings.parse({}));
    case "wait":
      return input.is === "press" && input.what === "back"
        ? left
        : on(dialogue, text(`forwarder-problem-wants-${dialogue.step}`));
  }
}

function fill(dialogue: Fill, input: Input, settings: MappingSettings): Turn {
  if (input.is === "press") return input.what === "back" ? left : on(dialogue);
  if (input.is !== "words") return on(dialogue);
  const read = filled(dialogue.field, input.words, settings);
  const { mapping } = dialogue;
  switch (read.is) {
    case "problem":
      return on(dialogue, read.problem);
    case "label":
      return done({ is: "label", mapping, label: read.label });
    case "change":
      return done({ is: "change", mapping, change: read.change });
  }
}
