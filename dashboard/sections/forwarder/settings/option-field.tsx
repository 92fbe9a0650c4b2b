import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import { type OptionName, optionOf, put, valueOf } from "#domain/forwarder/panel/option-list";
import { SelectField } from "../../../parts/field.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { defaults } from "./defaults.ts";
import { useDraft } from "./draft.tsx";
import { Setting } from "./setting.tsx";
import { say } from "./words.ts";

/** A setting of a handful of values, the same as in the bot's panel. */
export function OptionField({ name }: { readonly name: OptionName }) {
  const { settings, edit } = useDraft();
  const value = valueOf(settings, name);
  const usual = valueOf(defaults, name);
  // The cast: a value of the list fits where the list says that it belongs.
  const choose = (chosen: string) => edit(put(settings, name, chosen) as MappingSettings);
  const label = say(`settings-${name}`);
  const { values } = optionOf(name);
  return (
    <Setting name={label} value={value} usual={usual} onReset={() => choose(usual)}>
      {values.includes("true") ? (
        <Switch changes label={label} on={value === "true"} onSwitch={(on) => choose(String(on))} />
      ) : (
        <SelectField
          label={label}
          value={value}
          options={values.map((each) => ({ value: each, text: say(`settings-${name}-${each}`) }))}
          onChange={choose}
        />
      )}
    </Setting>
  );
}
