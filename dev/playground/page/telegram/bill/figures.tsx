import { texts } from "../../state/language.ts";
import { type Figure, figureNames } from "./figure.ts";
import type { Tally } from "./tally.ts";

interface FiguresProps {
  readonly tally: Tally;
  readonly among?: readonly Figure[];
}

/** What was asked of whom, in figures. */
export function Figures({ tally: { calls, uploads, uploadedBytes }, among = figureNames }: FiguresProps) {
  const t = texts.value.telegram;
  const flown = uploadedBytes > 0 ? ` · ${t.megabytes((uploadedBytes / 1_000_000).toFixed(1))}` : "";
  const values: Readonly<Partial<Record<Figure, string>>> = {
    uploads: `${uploads}${flown}`,
    sql: String(calls["postgres"] ?? 0),
  };
  return (
    <dl class="tg-figures">
      {among.map((name) => (
        <div key={name} data-figure={name}>
          <dt>{t.figures[name]}</dt>
          <dd>{values[name] ?? String(calls[name] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
