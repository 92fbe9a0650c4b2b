import { defaults } from "./defaults.ts";
import { useSetting } from "./draft.tsx";
import { NumberSetting } from "./number-setting.tsx";
import { OptionField } from "./option-field.tsx";
import { say } from "./words.ts";

const minute = 60;

/** What counts as a post that has been carried before. */
export function DedupFields() {
  const [dedup, setDedup] = useSetting("dedup");
  const { windowSeconds, near } = defaults.dedup;
  return (
    <div class="settings-pair">
      <OptionField name="dedup" />
      <NumberSetting
        label={say("settings-window")}
        value={dedup.windowSeconds / minute}
        usual={windowSeconds / minute}
        least={1}
        most={43_200}
        onChange={(minutes) =>
          setDedup({ ...dedup, windowSeconds: minutes === undefined ? windowSeconds : minutes * minute })
        }
      />
      <NumberSetting
        label={say("settings-near")}
        hint={say("settings-near-hint")}
        value={dedup.near}
        usual={near}
        least={0}
        most={16}
        onChange={(bits) => setDedup({ ...dedup, near: bits ?? near })}
      />
    </div>
  );
}
