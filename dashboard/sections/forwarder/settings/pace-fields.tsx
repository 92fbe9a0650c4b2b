import { Field, SelectField } from "../../../parts/field.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { defaults } from "./defaults.ts";
import { useDraft, useSetting } from "./draft.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { OptionField } from "./option-field.tsx";
import { Setting } from "./setting.tsx";
import { say } from "./words.ts";

/** When posts go, and how fast. */
export function PaceFields() {
  const { settings, edit } = useDraft();
  const { perMinute, ...others } = settings;
  return (
    <>
      <div class="settings-pair">
        <OptionField name="priority" />
        <Seconds name="delaySeconds" word="delay-seconds" most={86_400} />
        <NumberSetting
          label={say("settings-per-minute")}
          hint={say("settings-per-minute-hint")}
          value={perMinute}
          usual={undefined}
          least={1}
          most={60}
          onChange={(most) => edit(most === undefined ? others : { ...others, perMinute: most })}
        />
        <Seconds name="rereadSeconds" word="reread-seconds" most={300} />
      </div>
      <QuietHours />
      <TimeZone />
    </>
  );
}

interface SecondsProps {
  readonly name: "delaySeconds" | "rereadSeconds";
  readonly word: string;
  readonly most: number;
}

function Seconds({ name, word, most }: SecondsProps) {
  const [value, setValue] = useSetting(name);
  return (
    <NumberSetting
      label={say(`settings-${word}`)}
      hint={say(`settings-${word}-hint`)}
      value={value}
      usual={defaults[name]}
      least={0}
      most={most}
      onChange={(next) => setValue(next ?? defaults[name])}
    />
  );
}

const night = { from: "23:00", to: "08:00" };

function QuietHours() {
  const { settings, edit } = useDraft();
  const { quietHours, ...others } = settings;
  const turn = (on: boolean) => edit(on ? { ...others, quietHours: night } : others);
  return (
    <>
      <Switch
        changes
        label={say("settings-quiet-hours")}
        hint={say("settings-quiet-hours-hint")}
        on={quietHours !== undefined}
        onSwitch={turn}
      />
      {quietHours && (
        <div class="settings-pair">
          {(["from", "to"] as const).map((end) => (
            <Field key={end} label={say(`settings-quiet-${end}`)}>
              {(ties) => (
                <input
                  {...ties}
                  class="input"
                  type="time"
                  required
                  value={quietHours[end]}
                  onInput={({ currentTarget: { value } }) =>
                    edit({ ...settings, quietHours: { ...quietHours, [end]: value } })
                  }
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </>
  );
}

function TimeZone() {
  const [timeZone, setTimeZone] = useSetting("timeZone");
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf("timeZone")])].toSorted();
  const label = say("settings-time-zone");
  return (
    <Setting
      name={label}
      value={timeZone}
      usual={defaults.timeZone}
      onReset={() => setTimeZone(defaults.timeZone)}
    >
      <SelectField
        label={label}
        hint={say("settings-time-zone-hint")}
        value={timeZone}
        options={zones.map((zone) => ({ value: zone, text: zone }))}
        onChange={setTimeZone}
      />
    </Setting>
  );
}
