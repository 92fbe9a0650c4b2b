import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

/** What a control needs to know of the label and the words around it. */
interface Ties {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
}

interface FieldProps {
  readonly label: string;
  /** What it means, or what it is if nobody chooses. */
  readonly hint?: ComponentChildren;
  /** What is wrong with what stands in it. */
  readonly wrong?: ComponentChildren;
  readonly children: (ties: Ties) => ComponentChildren;
}

/** A label, a control, and the words below it. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  const words = `${id}-words`;
  const hasWords = wrong !== undefined || hint !== undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        "aria-describedby": hasWords ? words : undefined,
        "aria-invalid": wrong !== undefined,
      })}
      {hasWords && (
        // A hint may count letters: only what is wrong is said as it changes.
        <p
          id={words}
          aria-live={wrong === undefined ? "off" : "polite"}
          class={wrong === undefined ? "hint" : "field-wrong"}
        >
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}

interface InputProps extends Omit<FieldProps, "children"> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}

interface TextInputProps extends InputProps {
  /** Shows no more than that something is being typed. */
  readonly secret?: boolean;
  readonly autocomplete?: "off" | "username" | "current-password" | "new-password";
}

export function TextField({
  secret = false,
  autocomplete = "off",
  label,
  hint,
  wrong,
  onChange,
  ...rest
}: TextInputProps) {
  const onInput = ({ currentTarget }: Typed) => onChange(currentTarget.value);
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(ties) => {
        const typed = { ...ties, ...rest, class: "input", autocomplete, spellcheck: false, onInput };
        return secret ? <input type="password" {...typed} /> : <input type="text" {...typed} />;
      }}
    </Field>
  );
}

interface Typed {
  readonly currentTarget: { readonly value: string };
}

interface NumberInputProps extends InputProps {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | "any";
}

/** Its value stays the text that is being typed; what it means is for whoever sends it. */
export function NumberField({ onChange, label, hint, wrong, ...rest }: NumberInputProps) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(ties) => (
        <input
          {...ties}
          {...rest}
          class="input input-number"
          type="number"
          inputmode="numeric"
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function AreaField({
  rows = 4,
  onChange,
  label,
  hint,
  wrong,
  ...rest
}: InputProps & { readonly rows?: number }) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(ties) => (
        <textarea
          {...ties}
          {...rest}
          class="input"
          rows={rows}
          spellcheck={false}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps<Value extends string> extends Omit<FieldProps, "children"> {
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

export function SelectField<Value extends string>({
  options,
  value,
  onChange,
  disabled = false,
  label,
  hint,
  wrong,
}: SelectFieldProps<Value>) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(ties) => (
        <select
          {...ties}
          class="input"
          value={value}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            const chosen = options[currentTarget.selectedIndex];
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
