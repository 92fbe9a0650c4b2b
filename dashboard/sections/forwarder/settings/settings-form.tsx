import { useState } from "preact/hooks";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { patchOf } from "#domain/forwarder/panel/patch";
import { useChange } from "../../../api/use.ts";
import { wordsOf } from "../../../api/words.ts";
import { Button } from "../../../parts/button.tsx";
import { Card } from "../../../parts/card.tsx";
import { TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { type Mapping, mappings } from "../routes.ts";
import { settingsOf } from "./defaults.ts";
import { Drafted, isSame } from "./draft.tsx";
import { Folds } from "./folds.tsx";
import { KeywordsField } from "./keywords-field.tsx";
import { OptionField } from "./option-field.tsx";
import { TransformsField } from "./transforms-field.tsx";
import { say } from "./words.ts";
import "./settings.css";

interface Filled {
  readonly label: string;
  readonly settings: MappingSettings;
}

const filledBy = (mapping: Mapping): Filled => ({ label: mapping.label, settings: settingsOf(mapping) });

/** Everything that can be said of how a mapping carries posts; what most people need stands first. */
export function SettingsForm({ mapping }: { readonly mapping: Mapping }) {
  // What somebody else changes meanwhile stays as they want it: only what differs from here on is sent.
  const [before, setBefore] = useState(() => filledBy(mapping));
  const [draft, setDraft] = useState(before);
  const save = useChange(mappings[":id"].$patch, {
    refreshes: [mappings],
    done: say("settings-saved"),
    showsErrors: true,
  });
  const begin = (filled: Filled) => {
    setBefore(filled);
    setDraft(filled);
    save.reset();
  };
  const isChanged = !isSame(before, draft);
  const send = () => {
    const patch = patchOf(before.settings, draft.settings);
    const json = { ...patch, ...(before.label !== draft.label && { label: draft.label.trim() }) };
    save.mutate({ param: { id: mapping.id }, json }, { onSuccess: (saved) => begin(filledBy(saved)) });
  };
  const { settings, label } = draft;
  const edit = (next: MappingSettings) => setDraft({ ...draft, settings: next });
  return (
    <Drafted.Provider value={{ settings, edit }}>
      <Form changes onSend={() => isChanged && send()}>
        <Card title={say("settings-basics")}>
          <div class="settings-pair">
            <TextField
              label={say("settings-label")}
              hint={say("settings-label-hint")}
              value={label}
              onChange={(next) => setDraft({ ...draft, label: next })}
            />
            <OptionField name="mode" />
          </div>
          <OptionField name="silent" />
          <div class="settings-pair">
            <KeywordsField list="include" />
            <KeywordsField list="exclude" />
          </div>
        </Card>
        <Card title={say("settings-transforms")}>
          <TransformsField />
        </Card>
        <Folds />
        <div class="settings-foot" data-unsaved={isChanged}>
          {save.error && (
            <p class="field-wrong" role="alert">
              {wordsOf(save.error)}
            </p>
          )}
          <Button look="quiet" disabled={!isChanged} onPress={() => begin(filledBy(mapping))}>
            {say("settings-discard")}
          </Button>
          <Button type="submit" look="main" changes disabled={!isChanged} pending={save.isPending}>
            {say("settings-save")}
          </Button>
        </div>
      </Form>
    </Drafted.Provider>
  );
}
