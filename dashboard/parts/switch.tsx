import { useId } from "preact/hooks";
import { useMayChange } from "./permission.tsx";
import { say } from "./words.ts";
import "./switch.css";

interface SwitchProps {
  readonly label: string;
  /** Read aloud instead of the label, where several say the same. */
  readonly spoken?: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly changes?: boolean;
  readonly disabled?: boolean;
  readonly pending?: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** On or off, at once. */
export function Switch({
  label,
  spoken,
  hint,
  on,
  changes = false,
  disabled = false,
  pending = false,
  onSwitch,
}: SwitchProps) {
  const id = useId();
  const mayChange = useMayChange();
  const forbidden = changes && !mayChange;
  return (
    <div class="switch-row">
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-busy={pending}
        aria-label={spoken}
        aria-labelledby={spoken === undefined ? id : undefined}
        disabled={disabled || forbidden}
        title={forbidden ? say("parts-may-not-change") : undefined}
        onClick={() => pending || onSwitch(!on)}
      />
      <span>
        <span id={id}>{label}</span>
        {hint && <span class="hint"> {hint}</span>}
      </span>
    </div>
  );
}
