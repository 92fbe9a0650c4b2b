import { filterTexts } from "#domain/forwarder/filters/texts";
import { type ContentKind, contentKinds } from "#domain/forwarder/message";
import { textsOf } from "../../../language/texts.ts";
import { Setting } from "./setting.tsx";

const sayKind = textsOf(filterTexts);

interface KindsFieldProps {
  readonly label: string;
  readonly kinds: readonly ContentKind[];
  readonly onChange: (kinds: ContentKind[]) => void;
}

/** Kinds of messages, to tick. */
export function KindsField({ label, kinds, onChange }: KindsFieldProps) {
  const tick = (kind: ContentKind, isTicked: boolean) =>
    onChange(isTicked ? [...kinds, kind] : kinds.filter((each) => each !== kind));
  return (
    <Setting name={label} value={kinds} usual={[]} onReset={() => onChange([])}>
      <fieldset class="settings-kinds">
        <legend>{label}</legend>
        {contentKinds.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={({ currentTarget }) => tick(kind, currentTarget.checked)}
            />
            {sayKind(`kind-${kind}`)}
          </label>
        ))}
      </fieldset>
    </Setting>
  );
}
