import { text } from "#kernel/text";
import { contentKinds } from "../message.ts";
import {
  type Choose,
  type Choosing,
  done,
  type Effect,
  type Input,
  left,
  on,
  type Turn,
} from "./dialogue.ts";
import { parts } from "../settings-parts.ts";
import { nothingChosen, selected } from "./selection.ts";

export const choosing = (of: Choosing, chosen: readonly string[] = []): Choose => ({
  is: "choose",
  step: "choose",
  of,
  ...nothingChosen,
  chosen,
});

/** What may be done to mappings that are marked. */
export const actsOnMappings = ["enable", "disable", "delete"] as const;

/** `listed` names what stands in the list now. */
export function choose(dialogue: Choose, input: Input, listed: readonly string[]): Turn {
  if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
  if (input.what === "back") return dialogue.step === "confirm" ? on({ ...dialogue, step: "choose" }) : left;
  if (dialogue.step === "confirm") return input.what === "confirm" ? ended(dialogue) : on(dialogue);
  const selection = selected(dialogue, input, listed);
  if (selection) return on({ ...dialogue, ...selection });
  if (input.what !== "apply") return on(dialogue);
  if (dialogue.chosen.length === 0 && !mayBeNone(dialogue))
    return on(dialogue, text("forwarder-problem-nothing-chosen"));
  const asked = { ...dialogue, act: input.arg };
  return wantsConfirming(asked) ? on({ ...asked, step: "confirm" }) : ended(asked);
}

/** To carry no kind in particular is to carry every kind. */
const mayBeNone = ({ of }: Choose) => of.list === "kinds";

/** What cannot be taken back. */
const wantsConfirming = ({ of, act }: Choose) => act === "delete" || of.list === "copy-settings";

function ended(dialogue: Choose): Turn {
  const effect = effectOf(dialogue);
  return effect ? done(effect) : on(dialogue);
}

function effectOf({ of, chosen, act }: Choose): Effect | undefined {
  switch (of.list) {
    case "mappings": {
      const mappings = chosen.map(Number);
      if (act === "delete") return { is: "delete", mappings };
      return act === "enable" || act === "disable"
        ? { is: "enable", mappings, enabled: act === "enable" }
        : undefined;
    }
    case "copy-settings": {
      const part = parts.find((each) => each === act);
      return part && { is: "copy-settings", from: of.mapping, to: chosen.map(Number), part };
    }
    case "keywords":
      return { is: "change", mapping: of.mapping, change: { is: "remove-keywords", keys: chosen } };
    case "transforms":
      return { is: "change", mapping: of.mapping, change: { is: "remove-transforms", keys: chosen } };
    case "kinds": {
      const allow = contentKinds.filter((kind) => chosen.includes(kind));
      return { is: "change", mapping: of.mapping, change: { is: "kinds", allow } };
    }
  }
}
