import { useState } from "preact/hooks";
import { AreaField } from "../../../parts/field.tsx";
import { isSame } from "./draft.tsx";
import { linesOf, wordsIn } from "./lines.ts";
import { Setting } from "./setting.tsx";

interface LinesSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly words: readonly string[];
  readonly onChange: (words: string[]) => void;
}

/** A list of names, one a line. What is being typed stays as it is typed, until the list is changed by somebody else. */
export function LinesSetting({ label, hint, words, onChange }: LinesSettingProps) {
  const [typed, setTyped] = useState(linesOf(words));
  const shown = isSame(wordsIn(typed), words) ? typed : linesOf(words);
  return (
    <Setting name={label} value={words} usual={[]} onReset={() => onChange([])}>
      <AreaField
        label={label}
        hint={hint}
        rows={3}
        value={shown}
        onChange={(text) => {
          setTyped(text);
          onChange(wordsIn(text));
        }}
      />
    </Setting>
  );
}
