import "./bars.css";

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly hint?: string;
}

/** Numbers side by side, as a list that can be read and lengths that can be looked at. */
export function Bars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map(({ name, value, hint }) => (
        <li key={name}>
          <span class="bars-name">{name}</span>
          <span class="bars-value">{value}</span>
          <span class="bars-length" aria-hidden="true">
            <span style={{ width: `${(value / most) * 100}%` }} />
          </span>
          {hint && <span class="hint">{hint}</span>}
        </li>
      ))}
    </ul>
  );
}
