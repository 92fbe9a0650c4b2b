import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { useChange } from "../../../api/use.ts";
import { draftsOf } from "../../../parts/drafts.ts";
import { type Mapping, mappings } from "../routes.ts";
import { isSame } from "./draft.tsx";
import { changesIn, type Edited, type Filled, filledBy } from "./edited.ts";
import { say } from "./words.ts";

const drafts = draftsOf<Edited>("forwarder");

/** Whether a mapping has changes that are not saved yet. */
export const isUnsaved = (mapping: string): boolean => drafts.of(mapping) !== undefined;

/** There is nothing any more that they could change. */
export const forgetChanges = (mapping: string): void => drafts.forget(mapping);

function keep(id: string, edited: Edited): void {
  if (Object.keys(changesIn(edited)).length === 0) drafts.forget(id);
  else drafts.keep(id, edited);
}

/** A hook: a mapping as it stands in its form, and a way to send what was changed in it. */
export function useMappingForm(mapping: Mapping) {
  const id = String(mapping.id);
  const shown = drafts.of(id) ?? asItIs(mapping);
  const save = useChange(mappings[":id"].$patch, {
    refreshes: [mappings],
    done: say("settings-saved"),
    showsErrors: true,
  });
  const changes = changesIn(shown);
  const count = Object.keys(changes).length;
  const edit = (part: Partial<Filled>) => {
    if (save.isError) save.reset();
    const { before, after } = drafts.of(id) ?? shown;
    keep(id, { before, after: { ...after, ...part } });
  };
  // What was typed while it was on its way differs from what is saved now.
  const goOn = (saved: Mapping) => {
    const { after } = drafts.of(id) ?? shown;
    keep(id, { before: isSame(after, shown.after) ? after : filledBy(saved), after });
  };
  // By the promise: whoever goes elsewhere at once has sent it all the same.
  const send = () => save.mutateAsync({ param: { id: mapping.id }, json: changes }).then(goOn, stays);
  return {
    ...shown.after,
    edit: (settings: MappingSettings) => edit({ settings }),
    editLabel: (label: string) => edit({ label }),
    save() {
      if (count > 0 && !save.isPending) void send();
    },
    /** What the bar below it tells. */
    unsaved: {
      count,
      isSaving: save.isPending,
      refusal: save.error,
      onDiscard() {
        save.reset();
        drafts.forget(id);
      },
    },
  };
}

function asItIs(mapping: Mapping): Edited {
  const filled = filledBy(mapping);
  return { before: filled, after: filled };
}

/** Why not is shown by the bar. */
const stays = () => undefined;
