import { type Degree, type Rights, sectionsToGive } from "#domain/admin/rights";
import { Choice } from "../../parts/choice.tsx";
import { SelectField } from "../../parts/field.tsx";
import { titleOf } from "../titles.ts";
import { given, type PresetName, presetNames, presetOf, presets } from "./presets.ts";
import { say } from "./words.ts";

interface RightsFieldsProps {
  readonly rights: Rights;
  readonly onEdit: (rights: Rights) => void;
}

/** What a moderator may, all at once or section by section. */
export function RightsFields({ rights, onEdit }: RightsFieldsProps) {
  const preset = presetOf(rights);
  const names: readonly (PresetName | "own")[] = preset ? presetNames : [...presetNames, "own"];
  return (
    <>
      <SelectField
        label={say("people-rights")}
        value={preset ?? "own"}
        options={names.map((name) => ({ value: name, text: say(`people-preset-${name}`) }))}
        onChange={(name) => name !== "own" && onEdit(presets[name])}
      />
      <ul class="people-rights">
        {sectionsToGive.map((section) => (
          <li key={section}>
            <span aria-hidden="true">{titleOf(section)}</span>
            <Choice
              label={titleOf(section)}
              options={choices.map((name) => ({ name, text: say(`people-degree-${name}`) }))}
              chosen={rights[section] ?? "closed"}
              onChoose={(name) => onEdit(given(rights, section, name === "closed" ? undefined : name))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const choices = ["closed", "see", "change"] as const satisfies readonly (Degree | "closed")[];
