interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly disabled?: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** Something that is on or off. */
export function Switch({ label, isOn, disabled, onTurn }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch switch-calm"
      role="switch"
      aria-checked={isOn}
      disabled={disabled}
      onClick={() => onTurn(!isOn)}
    >
      <span class="switch-track" aria-hidden="true" /> {label}
    </button>
  );
}
