import { useState } from "preact/hooks";
import type { MappingFile } from "#domain/forwarder/mapping-file";
import { Problem } from "../../../api/problem.ts";
import { useChange } from "../../../api/use.ts";
import { language } from "../../../language/language.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { Field } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { Said, Wrong } from "../../../parts/trouble.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { forwarder, mappings } from "../routes.ts";
import { type ChosenFile, chosenFile } from "./chosen-file.ts";
import { SkippedList } from "./skipped-list.tsx";
import { changesAnything, WouldBe } from "./would-be.tsx";
import { say } from "./words.ts";

const ask = (json: MappingFile, mayLoop: boolean, isRehearsal: boolean) => ({
  query: { dryRun: truth(isRehearsal), confirmLoop: truth(mayLoop), language: language.value },
  json,
});

const truth = (isSo: boolean) => (isSo ? "true" : "false");

/** Takes over a file of mappings; what would come of it is told first. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<ChosenFile>();
  const [mayLoop, setMayLoop] = useState(false);
  const rehearsal = useChange(mappings.import.$post, { refreshes: [], showsErrors: true });
  const take = useChange(mappings.import.$post, {
    refreshes: [mappings, forwarder.chats],
    done: ({ created, changed }) => say("mappings-imported", { created, changed }),
    showsErrors: true,
  });
  const file = chosen?.is === "mappings" ? chosen.file : undefined;
  const rehearse = (next: ChosenFile | undefined, nextMayLoop: boolean) => {
    setChosen(next);
    setMayLoop(nextMayLoop);
    take.reset();
    if (next?.is === "mappings") rehearsal.mutate(ask(next.file, nextMayLoop, true));
    else rehearsal.reset();
  };
  const read = async (next: File | undefined) => rehearse(next && chosenFile(await next.text()), mayLoop);
  return (
    <Dialog open title={say("mappings-import-title")} onClose={onClose}>
      <Form changes onSend={() => file && take.mutate(ask(file, mayLoop, false), { onSuccess: onClose })}>
        <Field
          label={say("mappings-file")}
          hint={say("mappings-file-hint")}
          wrong={wrongWith(chosen, rehearsal.error)}
        >
          {(ties) => (
            <input
              {...ties}
              class="input"
              type="file"
              accept="application/json,.json"
              // The same file may be chosen again when somebody has mended it.
              onClick={({ currentTarget }) => (currentTarget.value = "")}
              onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
              onCancel={() => rehearse(undefined, mayLoop)}
            />
          )}
        </Field>
        <Switch
          label={say("mappings-may-loop")}
          hint={say("mappings-may-loop-hint")}
          on={mayLoop}
          onSwitch={(on) => rehearse(chosen, on)}
        />
        <WouldBe imported={rehearsal.data} />
        <SkippedList skipped={rehearsal.data?.skipped ?? []} />
        <Wrong error={take.error ?? (isOfFile(rehearsal.error) ? undefined : rehearsal.error)} />
        <div class="dialog-foot">
          <Button look="quiet" onPress={onClose}>
            {sayPart("parts-cancel")}
          </Button>
          <Button
            type="submit"
            look="main"
            changes
            disabled={!rehearsal.data || !changesAnything(rehearsal.data)}
            pending={take.isPending || rehearsal.isPending}
          >
            {say("mappings-take-over")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

const isOfFile = (error: unknown) => error instanceof Problem && error.status === 400;

function wrongWith(chosen: ChosenFile | undefined, error: unknown) {
  if (chosen?.is === "wrong") return say(`mappings-file-${chosen.why}`);
  return isOfFile(error) ? <Said error={error} /> : undefined;
}
