import { useState } from "preact/hooks";
import { Button } from "../../../parts/button.tsx";
import { SelectField } from "../../../parts/field.tsx";
import { useSetting } from "./draft.tsx";
import { TransformFields } from "./transform-fields.tsx";
import { freshTransform, moved, type TransformKind, transformKinds } from "./transforms.ts";
import { say } from "./words.ts";

/** What becomes of the text, step by step from top to bottom. */
export function TransformsField() {
  const [transforms, setTransforms] = useSetting("transforms");
  return (
    <>
      {transforms.length === 0 ? (
        <p class="hint">{say("settings-no-transforms")}</p>
      ) : (
        <ol class="settings-transforms">
          {transforms.map((transform, place) => (
            // Two may say the same: their places tell them apart.
            <li key={place}>
              <fieldset>
                <legend>
                  {place + 1}. {say(`settings-transform-${transform.is}`)}
                </legend>
                <TransformFields
                  transform={transform}
                  onEdit={(next) => setTransforms(transforms.with(place, next))}
                />
                <div class="settings-deeds">
                  <Button
                    small
                    look="quiet"
                    icon="up"
                    disabled={place === 0}
                    label={say("settings-up", { place: place + 1 })}
                    onPress={() => setTransforms(moved(transforms, place, place - 1))}
                  >
                    {""}
                  </Button>
                  <Button
                    small
                    look="quiet"
                    icon="down"
                    disabled={place === transforms.length - 1}
                    label={say("settings-down", { place: place + 1 })}
                    onPress={() => setTransforms(moved(transforms, place, place + 1))}
                  >
                    {""}
                  </Button>
                  <Button
                    small
                    look="quiet"
                    icon="trash"
                    label={say("settings-remove", { place: place + 1 })}
                    onPress={() => setTransforms(transforms.toSpliced(place, 1))}
                  >
                    {""}
                  </Button>
                </div>
              </fieldset>
            </li>
          ))}
        </ol>
      )}
      <More onAdd={(kind) => setTransforms([...transforms, freshTransform(kind)])} />
    </>
  );
}

function More({ onAdd }: { readonly onAdd: (kind: TransformKind) => void }) {
  const [kind, setKind] = useState<TransformKind>("replace");
  return (
    <div class="fields">
      <SelectField
        label={say("settings-transform-more")}
        value={kind}
        options={transformKinds.map((value) => ({ value, text: say(`settings-transform-${value}`) }))}
        onChange={setKind}
      />
      <Button changes icon="plus" label={say("settings-transform-add")} onPress={() => onAdd(kind)}>
        {say("settings-add")}
      </Button>
    </div>
  );
}
