import { text } from "#kernel/text";
import type { Place } from "../chat.ts";
import { mappingSettings, modes } from "../mapping-settings.ts";
import { type AddMapping, done, type Input, left, on, type Turn } from "./dialogue.ts";
import { isOption } from "./option-list.ts";
import { withOption } from "./options.ts";
import { selected, union } from "./selection.ts";

export const addingMapping: AddMapping = {
  is: "add-mapping",
  step: "sources",
  sources: [],
  targets: [],
  page: 0,
  settings: mappingSettings.parse({}),
  confirmsLoop: false,
};

/** So many mappings one confirmation may make. */
export const mostAtOnce = 200;

/** `listed` names the places that can be chosen at this step, in their order. */
export function addMapping(dialogue: AddMapping, input: Input, listed: readonly string[]): Turn {
  if (input.is === "press" && input.what === "back") return back(dialogue);
  switch (dialogue.step) {
    case "sources":
    case "targets":
      return choosePlaces(dialogue, dialogue.step, input, listed);
    case "mode": {
      if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
      const mode = modes.find((each) => each === input.arg);
      return on(mode ? { ...dialogue, step: "options", settings: { ...dialogue.settings, mode } } : dialogue);
    }
    case "options":
      if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
      if (input.what === "next") return on({ ...dialogue, step: "summary" });
      return on({ ...dialogue, settings: optionSet(dialogue, input) });
    case "summary":
      if (input.is !== "press") return on(dialogue, text("forwarder-problem-press"));
      return input.what === "confirm" ? done(effectOf(dialogue)) : on(dialogue);
  }
}

function choosePlaces(
  dialogue: AddMapping,
  side: "sources" | "targets",
  input: Input,
  listed: readonly string[],
): Turn {
  if (input.is === "place") return on({ ...dialogue, [side]: union(dialogue[side], [input.place]) });
  if (input.is === "words") return on(dialogue, text("forwarder-problem-press"));
  if (input.what === "next") return nextStep(dialogue, side);
  const { page } = dialogue;
  // What was added by name may not be listed anywhere yet.
  const keys = union(listed, dialogue[side]);
  const selection = selected({ chosen: dialogue[side], page }, input, keys);
  return on(selection ? { ...dialogue, [side]: selection.chosen, page: selection.page } : dialogue);
}

function nextStep(dialogue: AddMapping, side: "sources" | "targets"): Turn {
  if (dialogue[side].length === 0) return on(dialogue, text("forwarder-problem-nothing-chosen"));
  if (side === "sources") return on({ ...dialogue, step: "targets", page: 0 });
  const count = dialogue.sources.length * dialogue.targets.length;
  if (count > mostAtOnce)
    return on(dialogue, text("forwarder-problem-too-many", { count, most: mostAtOnce }));
  return on({ ...dialogue, step: "mode", page: 0 });
}

const before = { targets: "sources", mode: "targets", options: "mode", summary: "options" } as const;

const back = (dialogue: AddMapping): Turn =>
  dialogue.step === "sources" ? left : on({ ...dialogue, step: before[dialogue.step], page: 0 });

const optionSet = ({ settings }: AddMapping, { what, arg }: Extract<Input, { is: "press" }>) =>
  isOption(what) ? withOption(settings, what, arg) : settings;

const effectOf = ({ sources, targets, settings, confirmsLoop }: AddMapping) =>
  ({
    is: "add-mappings",
    sources: sources.map(placeOf),
    targets: targets.map(placeOf),
    settings,
    confirmsLoop,
  }) as const;

/** The place of a name that `placeName` has given it. */
export function placeOf(name: string): Place {
  const [chat = "", topic] = name.split("#");
  return { chat, ...(topic !== undefined && { topic: Number(topic) }) };
}
