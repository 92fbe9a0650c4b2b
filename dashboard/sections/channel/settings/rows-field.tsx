import type { ComponentChildren, ComponentType } from "preact";
import { Button } from "../../../parts/button.tsx";
import { say } from "../words.ts";
import { type Schema, type Shape } from "./schema.ts";
import { inWords, type Words } from "./said.ts";
import { read, type Row, rowOf, type Typed, type Wrong } from "./typed.ts";

/** What every control of a setting is made of. */
export interface ControlProps {
  readonly label: string;
  readonly schema: Schema;
  readonly typed: Typed;
  readonly hint?: ComponentChildren;
  readonly wrong?: Wrong | undefined;
  /** Of a list of things: what their fields mean. */
  readonly fields?: Readonly<Record<string, Words>> | undefined;
  readonly onType: (typed: Typed) => void;
}

interface RowsFieldProps extends Pick<ControlProps, "label" | "fields"> {
  /** Shows each field of a row; it shows these rows too, so it is handed in. */
  readonly control: ComponentType<ControlProps>;
  readonly hint?: ComponentChildren;
  readonly wrong?: string | undefined;
  readonly shape: Extract<Shape, { is: "rows" }>;
  readonly rows: readonly Row[];
  readonly onType: (rows: readonly Row[]) => void;
}

/** A list of things, each with fields of its own. */
export function RowsField({ control, label, hint, wrong, fields, shape, rows, onType }: RowsFieldProps) {
  return (
    <fieldset class="channel-rows">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      {rows.map((row, nth) => (
        // What is typed changes a row, so its place alone tells which it is.
        <OneRow
          key={nth}
          {...{ control, shape, fields, row }}
          onType={(changed) => onType(rows.with(nth, changed))}
          onRemove={() => onType(rows.filter((_, place) => place !== nth))}
        />
      ))}
      {wrong !== undefined && <p class="field-wrong">{wrong}</p>}
      <Button small icon="plus" onPress={() => onType([...rows, rowOf(shape.fields, undefined)])}>
        {say("channel-add-row")}
      </Button>
    </fieldset>
  );
}

interface OneRowProps extends Pick<RowsFieldProps, "shape" | "fields" | "control"> {
  readonly row: Row;
  readonly onType: (row: Row) => void;
  readonly onRemove: () => void;
}

function OneRow({
  control: Control,
  shape: { fields: schemas, needed },
  fields,
  row,
  onType,
  onRemove,
}: OneRowProps) {
  return (
    <div class="channel-row">
      {Object.entries(schemas).map(([name, schema]) => (
        <Control
          key={name}
          label={inWords(fields?.[name] ?? { ru: name, en: name })}
          schema={schema}
          typed={row[name] ?? ""}
          hint={needed.includes(name) ? undefined : say("channel-may-be-empty")}
          wrong={wrongIn(schema, row[name] ?? "", needed.includes(name))}
          onType={(typed) => onType({ ...row, [name]: typed })}
        />
      ))}
      <Button small look="quiet" icon="trash" onPress={onRemove}>
        {say("channel-remove-row")}
      </Button>
    </div>
  );
}

function wrongIn(schema: Schema, typed: Typed, isNeeded: boolean): Wrong | undefined {
  if (!isNeeded && typed === "") return undefined;
  const one = read(schema, typed);
  return one.ok ? undefined : one.wrong;
}
