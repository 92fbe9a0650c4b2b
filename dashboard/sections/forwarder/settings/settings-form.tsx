import { Card } from "../../../parts/card.tsx";
import { TextField } from "../../../parts/field.tsx";
import { Form } from "../../../parts/form.tsx";
import { SaveBar } from "../../../parts/save-bar.tsx";
import type { Mapping } from "../routes.ts";
import { Drafted } from "./draft.tsx";
import { Folds } from "./folds.tsx";
import { KeywordsField } from "./keywords-field.tsx";
import { OptionField } from "./option-field.tsx";
import { TransformsField } from "./transforms-field.tsx";
import { useMappingForm } from "./use-mapping-form.ts";
import { say } from "./words.ts";
import "./settings.css";

/** Everything that can be said of how a mapping carries posts; what most people need stands first. */
export function SettingsForm({ mapping }: { readonly mapping: Mapping }) {
  const { label, settings, edit, editLabel, save, unsaved } = useMappingForm(mapping);
  return (
    <Drafted.Provider value={{ settings, edit }}>
      <Form changes onSend={save}>
        <Card title={say("settings-basics")}>
          <div class="settings-pair">
            <TextField
              label={say("settings-label")}
              hint={say("settings-label-hint")}
              value={label}
              onChange={editLabel}
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
        <SaveBar {...unsaved} />
      </Form>
    </Drafted.Provider>
  );
}
