import type { Transform } from "#domain/forwarder/transforms/settings";
import { AreaField, SelectField, TextField } from "../../../parts/field.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { waysToFind } from "./keywords-field.tsx";
import { LinesSetting } from "./lines-setting.tsx";
import { say } from "./words.ts";

const styles = ["plain", "bold", "italic", "code", "strikethrough", "spoiler"] as const;

interface FieldsProps<Of extends Transform> {
  readonly transform: Of;
  readonly onEdit: (transform: Of) => void;
}

/** What one change of the text is made of. */
export function TransformFields({ transform, onEdit }: FieldsProps<Transform>) {
  switch (transform.is) {
    case "replace":
      return <ReplaceFields transform={transform} onEdit={onEdit} />;
    case "mask-links":
      return <MaskFields transform={transform} onEdit={onEdit} />;
    case "style":
      return (
        <SelectField
          label={say("settings-style")}
          value={transform.as}
          options={styles.map((value) => ({ value, text: say(`settings-style-${value}`) }))}
          onChange={(as) => onEdit({ ...transform, as })}
        />
      );
    case "header":
    case "footer":
    case "template":
      return (
        <AreaField
          label={say("settings-text")}
          {...(transform.is === "template" && { hint: say("settings-template-hint") })}
          rows={2}
          value={transform.text}
          onChange={(text) => onEdit({ ...transform, text })}
        />
      );
  }
}

type Replace = Transform & { readonly is: "replace" };

function ReplaceFields({ transform, onEdit }: FieldsProps<Replace>) {
  const { what, keepCase } = transform;
  const find = (part: Partial<Replace["what"]>) => onEdit({ ...transform, what: { ...what, ...part } });
  return (
    <>
      <div class="settings-pair">
        <TextField label={say("settings-find")} value={what.find} onChange={(text) => find({ find: text })} />
        <TextField
          label={say("settings-with")}
          hint={say(what.as === "regex" ? "settings-with-groups" : "settings-with-hint")}
          value={transform.with}
          onChange={(text) => onEdit({ ...transform, with: text })}
        />
        <SelectField
          label={say("settings-as")}
          value={what.as}
          options={waysToFind.map((value) => ({ value, text: say(`settings-as-${value}`) }))}
          onChange={(as) => find({ as })}
        />
      </div>
      <Switch
        label={say("settings-case")}
        on={what.caseSensitive}
        onSwitch={(caseSensitive) => find({ caseSensitive })}
      />
      <Switch
        label={say("settings-keep-case")}
        on={keepCase}
        onSwitch={(on) => onEdit({ ...transform, keepCase: on })}
      />
    </>
  );
}

function MaskFields({ transform, onEdit }: FieldsProps<Transform & { readonly is: "mask-links" }>) {
  return (
    <div class="settings-pair">
      <TextField
        label={say("settings-mask-with")}
        hint={say("settings-with-hint")}
        value={transform.with}
        onChange={(text) => onEdit({ ...transform, with: text })}
      />
      <LinesSetting
        label={say("settings-hosts-keep")}
        hint={say("settings-hosts-hint")}
        words={transform.keep}
        onChange={(keep) => onEdit({ ...transform, keep })}
      />
      <LinesSetting
        label={say("settings-hosts-only")}
        words={transform.only}
        onChange={(only) => onEdit({ ...transform, only })}
      />
    </div>
  );
}
