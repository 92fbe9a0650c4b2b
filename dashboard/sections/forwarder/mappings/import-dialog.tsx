import { useState } from "preact/hooks";
import type { MappingFile } from "#domain/forwarder/mapping-file";
import { useChange } from "../../../api/use.ts";
import { wordsOf } from "../../../api/words.ts";
import { language } from "../../../language/language.ts";
import { Button } from "../../../parts/button.tsx";
import { Dialog } from "../../../parts/dialog.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { Field } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { say as sayPart } from "../../../parts/words.ts";
import { forwarder, mappings } from "../routes.ts";
import { SkippedList } from "./skipped-list.tsx";
import { say } from "./words.ts";

const ask = (json: MappingFile, mayLoop: boolean, isRehearsal: boolean) => ({
  query: { dryRun: truth(isRehearsal), confirmLoop: truth(mayLoop), language: language.value },
  json,
});

const truth = (isSo: boolean) => (isSo ? "true" : "false");

/** Takes over a file of mappings; what would come of it is told first. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<MappingFile>();
  const [unread, setUnread] = useState<string>();
  const [confirmLoop, setConfirmLoop] = useState(false);
  const rehearsal = useChange(mappings.import.$post, { refreshes: [], showsErrors: true });
  const take = useChange(mappings.import.$post, {
    refreshes: [mappings, forwarder.chats],
    done: say("mappings-imported"),
    showsErrors: true,
  });
  const rehearse = (json: MappingFile, mayLoop: boolean) => rehearsal.mutate(ask(json, mayLoop, true));
  const read = async (chosen: File | undefined) => {
    setUnread(undefined);
    try {
      // The cast: whoever takes it over looks at it more closely than this page could.
      const json = JSON.parse((await chosen?.text()) ?? "") as MappingFile;
      setFile(json);
      rehearse(json, confirmLoop);
    } catch {
      setFile(undefined);
      rehearsal.reset();
      setUnread(say("mappings-no-file"));
    }
  };
  const wouldBe = rehearsal.data;
  const error = take.error ?? rehearsal.error;
  return (
    <Dialog open title={say("mappings-import")} onClose={onClose}>
      <Form changes onSend={() => file && take.mutate(ask(file, confirmLoop, false), { onSuccess: onClose })}>
        <Field label={say("mappings-file")} hint={say("mappings-file-hint")} wrong={unread}>
          {(ties) => (
            <input
              {...ties}
              class="input"
              type="file"
              accept="application/json,.json"
              onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
            />
          )}
        </Field>
        <Switch
          label={say("mappings-may-loop")}
          on={confirmLoop}
          onSwitch={(on) => {
            setConfirmLoop(on);
            if (file) rehearse(file, on);
          }}
        />
        {wouldBe && (
          <>
            <Facts
              facts={[
                [say("mappings-would-create"), wouldBe.created],
                [say("mappings-would-change"), wouldBe.changed],
                [say("mappings-would-stay"), wouldBe.unchanged],
              ]}
            />
            <SkippedList skipped={wouldBe.skipped} />
          </>
        )}
        {error && (
          <p class="field-wrong" role="alert">
            {wordsOf(error)}
          </p>
        )}
        <div class="dialog-foot">
          <Button look="quiet" onPress={onClose}>
            {sayPart("parts-cancel")}
          </Button>
          <Button
            type="submit"
            look="main"
            changes
            disabled={!wouldBe || wouldBe.created + wouldBe.changed === 0}
            pending={take.isPending || rehearsal.isPending}
          >
            {say("mappings-take-over")}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
