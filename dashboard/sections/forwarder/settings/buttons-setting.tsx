import { useState } from "preact/hooks";
import { AreaField } from "../../../parts/field.tsx";
import { isSame, useSetting } from "./draft.tsx";
import { rowsIn, textOfRows } from "./lines.ts";
import { Setting } from "./setting.tsx";
import { say } from "./words.ts";

/** Link buttons of one's own under every post. What cannot be read yet changes nothing. */
export function ButtonsSetting() {
  const [rows, setRows] = useSetting("addButtons");
  const [typed, setTyped] = useState(textOfRows(rows));
  const read = rowsIn(typed);
  const shown = read === undefined || isSame(read, rows) ? typed : textOfRows(rows);
  const label = say("settings-add-buttons");
  const put = (text: string) => {
    setTyped(text);
    const next = rowsIn(text);
    if (next) setRows(next);
  };
  return (
    <Setting name={label} value={rows} usual={[]} onReset={() => put("")}>
      <AreaField
        label={label}
        hint={say("settings-add-buttons-hint")}
        wrong={read === undefined ? say("settings-add-buttons-wrong") : undefined}
        rows={2}
        value={shown}
        onChange={put}
      />
    </Setting>
  );
}
