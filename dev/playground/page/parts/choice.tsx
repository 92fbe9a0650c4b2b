import { useId } from "preact/hooks";

interface ChoiceProps<Value> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value | undefined;
  readonly disabled?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string | number>({
  label,
  options,
  value,
  disabled,
  onChoose,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div class="choice">
      <span class="choice-label" id={id}>
        {label}
      </span>
      <div class="choice-options" role="group" aria-labelledby={id}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            class="choice-option"
            aria-pressed={option.value === value}
            disabled={disabled}
            onClick={() => onChoose(option.value)}
          >
            {option.text}
          </button>
        ))}
      </div>
    </div>
  );
}
