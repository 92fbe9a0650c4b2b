import { useState } from "preact/hooks";
import { useChange } from "../../../api/use.ts";
import { language } from "../../../language/language.ts";
import { Button } from "../../../parts/button.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { toast } from "../../../parts/toast.tsx";
import { Wrong } from "../../../parts/trouble.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { forwarder, mappings, type Skipped } from "../routes.ts";
import { noPlaces, placesIn } from "./places.ts";
import { PlacesFields } from "./places-fields.tsx";
import { SkippedList } from "./skipped-list.tsx";
import { say } from "./words.ts";

const modes = ["copy", "forward"] as const;
const blank = { sources: noPlaces, targets: noPlaces, label: "", mode: "copy" as (typeof modes)[number] };

/** Makes mappings from every source to every target. What could not be made is said, and the rest is there. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const [draft, setDraft] = useState(blank);
  const [skipped, setSkipped] = useState<readonly Skipped[]>([]);
  const edit = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part });
  const create = useChange(mappings.$put, { refreshes: [mappings, forwarder.chats], showsErrors: true });
  const [sources, targets] = [placesIn(draft.sources), placesIn(draft.targets)];
  const count = sources.length * targets.length;

  const send = (confirmLoop: boolean) => {
    const { label, mode } = draft;
    const json = { sources, targets, label: label.trim(), mode, confirmLoop };
    create.mutate(
      { query: { language: language.value }, json },
      {
        onSuccess: ({ created, skipped: left }) => {
          if (created.length > 0) toast(say("mappings-created", { count: created.length }));
          if (left.length === 0) onClose();
          else setSkipped(left);
        },
      },
    );
  };
  return (
    <Dialog open title={say("mappings-create")} onClose={onClose}>
      <Form changes onSend={() => count > 0 && send(false)}>
        <PlacesFields side="sources" places={draft.sources} onEdit={(next) => edit({ sources: next })} />
        <PlacesFields side="targets" places={draft.targets} onEdit={(next) => edit({ targets: next })} />
        <Choice
          label={say("mappings-mode")}
          options={modes.map((name) => ({ name, text: say(`mappings-mode-${name}`) }))}
          chosen={draft.mode}
          onChoose={(mode) => edit({ mode })}
        />
        <p class="hint">{say(`mappings-mode-${draft.mode}-hint`)}</p>
        <TextField
          label={say("mappings-label")}
          hint={say("mappings-label-hint")}
          value={draft.label}
          onChange={(label) => edit({ label })}
        />
        <SkippedList skipped={skipped} />
        <Wrong error={create.error} />
        <div class="dialog-foot">
          <Button look="quiet" onPress={onClose}>
            {sayPart(skipped.length > 0 ? "parts-close" : "parts-cancel")}
          </Button>
          {skipped.some(({ code }) => code === "loop") && (
            <Button changes pending={create.isPending} onPress={() => send(true)}>
              {say("mappings-loop-all-the-same")}
            </Button>
          )}
          <Button type="submit" look="main" changes disabled={count === 0} pending={create.isPending}>
            {say("mappings-make", { count })}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
