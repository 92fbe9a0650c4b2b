import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { language } from "../language/language.ts";
import type { Plot, Series } from "./plot.ts";
import { Table } from "./table.tsx";
import { toast } from "./toast.tsx";
import { say } from "./words.ts";
import "./chart.css";

interface ChartProps {
  /** What is drawn, in words. */
  readonly label: string;
  /** Moments, in milliseconds. */
  readonly at: readonly number[];
  /** Up to four; what they are called stands above, in their colours. */
  readonly series: readonly Series[];
  readonly look?: "lines" | "bars";
  /** How exact the moments are. */
  readonly by?: "day" | "minute" | "second";
}

/** Numbers over time: drawn for the eye, and as a table for everybody else. */
export function Chart({ label, at, series, look = "lines", by = "day" }: ChartProps) {
  const figure = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot>(undefined);
  const pointed = useSignal<number | undefined>(undefined);
  const spoken = language.value;
  // Whoever shows it may make its numbers anew each time they are drawn: only others are drawn anew.
  const numbers = JSON.stringify([at, series]);

  useEffect(() => {
    let gone = false;
    const onPoint = (place: number | undefined) => (pointed.value = place);
    const draw = async () => {
      // The library is some 20 KiB: it comes when the first chart does.
      const { plotIn } = await import("./plot.ts");
      if (gone || !canvas.current || !figure.current) return;
      const inks = [...figure.current.querySelectorAll<HTMLElement>(".chart-ink")];
      plot.current = plotIn(canvas.current, { at, series, look, inks, write: writerOf(by, spoken), onPoint });
    };
    draw().catch((error: unknown) => toast(String(error), "bad"));
    return () => {
      gone = true;
      plot.current?.remove();
    };
  }, [numbers, look, by, spoken, pointed]);

  const place = pointed.value;
  const moment = place === undefined ? undefined : at[place];
  const write = writerOf(by, spoken);
  return (
    <figure ref={figure} class="chart">
      <figcaption class="chart-legend">
        {series.map(({ name, values }, nth) => (
          <span key={name}>
            <span class={`chart-ink chart-ink-${nth}`} aria-hidden="true" />
            {name} {place !== undefined && <strong>{values[place] ?? "–"}</strong>}
          </span>
        ))}
        <span class="chart-moment">{moment !== undefined && write(moment)}</span>
      </figcaption>
      <div ref={canvas} class="chart-canvas" role="img" aria-label={label} />
      <details class="chart-table">
        <summary>{say("parts-as-table")}</summary>
        <Table
          caption={label}
          rows={at.map((_, nth) => nth).toReversed()}
          keyOf={(nth) => nth}
          columns={[
            { name: say("parts-moment"), cell: (nth) => write(at[nth] ?? 0) },
            ...series.map(({ name, values }) => ({
              name,
              numeric: true,
              cell: (nth: number) => values[nth] ?? "–",
              by: (nth: number) => values[nth] ?? 0,
            })),
          ]}
        />
      </details>
    </figure>
  );
}

const looks = {
  day: { day: "numeric", month: "short" },
  minute: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  second: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} as const;

function writerOf(by: keyof typeof looks, spoken: string) {
  const format = new Intl.DateTimeFormat(spoken, looks[by]);
  return (at: number) => format.format(at);
}
