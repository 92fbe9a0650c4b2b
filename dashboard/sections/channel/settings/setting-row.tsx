import type { ComponentChildren } from "preact";
import { SelectField } from "../../../parts/field.tsx";
import type { Setting } from "../routes.ts";
import { say } from "../words.ts";
import { usualOf, isSame } from "./draft.ts";
import type { Settings } from "./use-settings.ts";
import { type Schema, schemaOf, shapeOf } from "./schema.ts";
import { inWords, valueName } from "./said.ts";
import { SettingField } from "./setting-field.tsx";

interface SettingRowProps {
  readonly setting: Setting;
  readonly form: Settings;
  /** Instead of what the setting means. */
  readonly label?: string;
  /** What there is to say besides. */
  readonly about?: ComponentChildren;
}

/** One thing that can be set: what it means, how it usually is, and a way back to that. */
export function SettingRow({ setting, form, about, label = inWords(setting.description) }: SettingRowProps) {
  const schema = schemaOf(setting);
  const typed = form.typed(setting);
  const usual = usualOf(setting);
  const back = !isSame(typed, usual) && (
    <button type="button" class="channel-back" onClick={() => form.edit(setting, usual)}>
      {say("channel-back-to-usual")}
    </button>
  );
  const props = {
    label,
    hint: (
      <>
        {about} {usualWords(schema, setting)} {back}
      </>
    ),
  };
  const wrong = form.wrong(setting);
  return (
    <div class="channel-setting" data-changed={form.isChanged(setting)}>
      {setting.path.endsWith(".timeZone") ? (
        <SelectField
          {...props}
          value={String(typed)}
          options={timeZones(String(typed))}
          onChange={(zone) => form.edit(setting, zone)}
        />
      ) : (
        <SettingField
          {...props}
          {...{ schema, typed, wrong, fields: setting.fields }}
          onType={(now) => form.edit(setting, now)}
        />
      )}
    </div>
  );
}

/** The zones that the browser knows, and the one that is set. */
const timeZones = (chosen: string) =>
  [...new Set([chosen, ...Intl.supportedValuesOf("timeZone")])]
    .toSorted()
    .map((zone) => ({ value: zone, text: zone }));

function usualWords(schema: Schema, setting: Setting): string {
  const { minimum: min, maximum: max } = schema;
  const shape = shapeOf(schema);
  if (shape.is === "rows") return say("channel-usual-rows", { count: listOf(setting.default).length });
  const usual = say("channel-usual", { usual: usualName(usualOf(setting)) });
  return min === undefined || max === undefined ? usual : `${usual} · ${say("channel-bounds", { min, max })}`;
}

function usualName(usual: unknown): string {
  if (typeof usual === "boolean") return say(usual ? "channel-on" : "channel-off");
  const words = listOf(usual).map(String).join(", ");
  const text = Array.isArray(usual) ? words : valueName(String(usual));
  return text === "" ? say("channel-nothing") : text;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
