import type { ComponentChildren } from "preact";
import { valueName } from "./said.ts";

interface SetFieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly of: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Any of a few. */
export function SetField({ label, hint, of, chosen, onChoose }: SetFieldProps) {
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return (
    <fieldset class="channel-set">
      <legend>{label}</legend>
      <div class="channel-set-options">
        {of.map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => onChoose(toggled(value))}
            />
            {valueName(value)}
          </label>
        ))}
      </div>
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  );
}
