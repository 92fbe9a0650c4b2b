interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
}

/** How much there is of what it takes, drawn and in words. */
export function Meter({ label, value, most }: MeterProps) {
  return (
    <div class="meter">
      <meter aria-label={label} min={0} max={Math.max(1, most)} value={Math.min(value, most)} />
      <span>{label}</span>
    </div>
  );
}
