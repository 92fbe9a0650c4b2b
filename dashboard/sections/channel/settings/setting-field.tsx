import { AreaField, NumberField, SelectField, TextField } from "../../../parts/field.tsx";
import { Switch } from "../../../parts/switch.tsx";
import { say } from "../words.ts";
import { PeopleField } from "./people-field.tsx";
import { type ControlProps, RowsField } from "./rows-field.tsx";
import { valueName } from "./said.ts";
import { type Schema, shapeOf } from "./schema.ts";
import { SetField } from "./set-field.tsx";
import type { Row } from "./typed.ts";

/** A control as its schema asks for one. */
export function SettingField({ label, schema, typed, hint, wrong, fields, onType }: ControlProps) {
  const shape = shapeOf(schema);
  const words = { label, hint, wrong: wrong && say(wrong.key, wrong.args) };
  const field = { ...words, value: String(typed), onChange: onType };
  switch (shape.is) {
    case "switch":
      return (
        <>
          <Switch label={label} on={typed === true} onSwitch={onType} />
          <p class="hint">{hint}</p>
        </>
      );
    case "choice":
      return (
        <SelectField {...field} options={shape.of.map((value) => ({ value, text: valueName(value) }))} />
      );
    case "set":
      // The casts: what was made of such a schema is such a list.
      return <SetField {...words} of={shape.of} chosen={typed as readonly string[]} onChoose={onType} />;
    case "people":
      return <PeopleField {...words} ids={typed as readonly string[]} onType={onType} />;
    case "rows":
      return (
        <RowsField
          {...words}
          control={SettingField}
          fields={fields}
          shape={shape}
          rows={typed as readonly Row[]}
          onType={onType}
        />
      );
    case "number":
      return <NumberField {...field} {...boundsOf(schema)} />;
    case "words":
      return isLong(schema) ? <AreaField {...field} rows={2} /> : <TextField {...field} />;
    default:
      return <TextField {...field} />;
  }
}

/** What may be many words has room for them, however few there are: a field that changed while one types would lose its place. */
const isLong = ({ maxItems = 0 }: Schema) => maxItems > 10;

/** Without a step a browser takes whole numbers alone. */
const boundsOf = ({ type, minimum, maximum }: Schema) => ({
  ...(type === "number" && { step: "any" as const }),
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});
