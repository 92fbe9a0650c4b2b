import { NumberField } from "../../../parts/field.tsx";
import { Setting } from "./setting.tsx";
import { say } from "./words.ts";

interface NumberSettingProps {
  readonly label: string;
  readonly hint?: string;
  /** Undefined: none is set. */
  readonly value: number | undefined;
  readonly usual: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number; the empty field is what it is if nobody chooses. */
export function NumberSetting({ label, hint, value, usual, least, most, onChange }: NumberSettingProps) {
  const isWrong = value !== undefined && (!Number.isInteger(value) || value < least || value > most);
  return (
    <Setting name={label} value={value} usual={usual} onReset={() => onChange(usual)}>
      <NumberField
        label={label}
        hint={hint}
        wrong={isWrong ? say("settings-number", { least, most }) : undefined}
        min={least}
        max={most}
        value={value === undefined ? "" : String(value)}
        onChange={(text) => onChange(text === "" ? usual : Number(text))}
      />
    </Setting>
  );
}
