/** Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format */

export const contentType = "text/plain; version=0.0.4; charset=utf-8";

export interface Sample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

/** One metric; a histogram's samples are its classes, each with all that is below. */
export type Family =
  | {
      readonly is: "counter" | "gauge";
      readonly name: string;
      readonly help: string;
      readonly samples: readonly Sample[];
    }
  | {
      readonly is: "histogram";
      readonly name: string;
      readonly help: string;
      readonly histograms: readonly Histogram[];
    };

export interface Histogram {
  readonly labels?: Readonly<Record<string, string>>;
  /** How many were of a class, the lower first, and not of a lower one; `+Inf` comes last. */
  readonly classes: readonly { readonly bound: string; readonly count: number }[];
  readonly sum: number;
}

export const prometheusText = (families: readonly Family[]): string =>
  families.flatMap((family) => [...head(family), ...lines(family)]).join("");

const head = ({ name, help, is }: Family) => [
  `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n`,
  `# TYPE ${name} ${is}\n`,
];

const lines = (family: Family): string[] =>
  family.is === "histogram"
    ? family.histograms.flatMap((histogram) => histogramLines(family.name, histogram))
    : family.samples.map((sample) => line(family.name, sample));

function histogramLines(name: string, { labels, classes, sum }: Histogram): string[] {
  let count = 0;
  const buckets = classes.map((each) => {
    count += each.count;
    return line(`${name}_bucket`, { labels: { ...labels, le: each.bound }, value: count });
  });
  return [
    ...buckets,
    line(`${name}_sum`, { ...(labels && { labels }), value: sum }),
    line(`${name}_count`, { ...(labels && { labels }), value: count }),
  ];
}

function line(name: string, { labels = {}, value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}\n`;
}

const escaped = (text: string) =>
  text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
