import { type MappingSettings, mappingSettings } from "../mapping-settings.ts";
import { type OptionName, optionOf, put, valueOf } from "./option-list.ts";

/** What the next press makes of it. */
export function nextValue(settings: MappingSettings, name: OptionName): string {
  const { values } = optionOf(name);
  return values[(values.indexOf(valueOf(settings, name)) + 1) % values.length] ?? values[0];
}

/** The settings with an option set; unchanged where it has no such value. */
export function withOption(settings: MappingSettings, name: OptionName, value: string): MappingSettings {
  const { values } = optionOf(name);
  return values.includes(value) ? mappingSettings.parse(put(settings, name, value)) : settings;
}
