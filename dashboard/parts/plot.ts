/** Draws a chart with uPlot, in the colours and the writing of the page around it. */
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface Plot {
  readonly remove: () => void;
}

interface Drawing {
  readonly at: readonly number[];
  readonly series: readonly Series[];
  readonly look: "lines" | "bars";
  /** Elements whose colours are those of the series: so a theme is known to the style sheet alone. */
  readonly inks: readonly Element[];
  readonly write: (at: number) => string;
  readonly onPoint: (place: number | undefined) => void;
}

const height = 240;

export function plotIn(element: HTMLElement, drawing: Drawing): Plot {
  const plot = new UPlot(optionsOf(element, drawing), dataOf(drawing), element);
  const resized = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
  resized.observe(element);
  const forgetTheme = onThemeChange(() => plot.redraw(true, true));
  return {
    remove() {
      resized.disconnect();
      forgetTheme();
      plot.destroy();
    },
  };
}

const dataOf = ({ at, series }: Drawing): UPlot.AlignedData => [
  at.map((moment) => moment / 1_000),
  ...series.map(({ values }) => [...values]),
];

function optionsOf(element: HTMLElement, { series, look, inks, write, onPoint }: Drawing): UPlot.Options {
  const { fontFamily } = getComputedStyle(element);
  const axis = {
    stroke: () => getComputedStyle(element).color,
    font: `12px ${fontFamily}`,
    grid: { stroke: () => getComputedStyle(element).borderTopColor, width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height,
    padding: [10, 16, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 } },
    scales: {
      ...(look === "bars" && { x: { range: withRoomForBars } }),
      y: { range: (_, _least, most) => [0, Math.max(4, most * 1.08)] },
    },
    axes: [
      {
        ...axis,
        size: 30,
        space: 70,
        values: (_, moments) => moments.map((moment) => write(moment * 1_000)),
      },
      { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5] },
    ],
    series: [{}, ...series.map(({ name }, nth) => lineOf(name, inks[nth], look))],
    hooks: { setCursor: [({ cursor: { idx } }) => onPoint(idx ?? undefined)] },
  };
}

/** The first and the last bar stand half a step beside the ends of what is told of. */
function withRoomForBars({ data: [at] }: UPlot): UPlot.Range.MinMax {
  const [first = 0, second = first + 1] = at;
  const half = (second - first) / 2;
  return [first - half, (at.at(-1) ?? first) + half];
}

function lineOf(label: string, ink: Element | undefined, look: Drawing["look"]): UPlot.Series {
  const colour = () => (ink ? getComputedStyle(ink).color : "gray");
  const line = { label, stroke: colour, width: 2, points: { show: false } };
  if (look === "lines") return line;
  const paths = UPlot.paths.bars?.({ size: [0.7, 40], radius: 0.15 });
  return { ...line, width: 0, fill: colour, ...(paths && { paths }) };
}

/** The page's own choice, and the system's where it has none. */
function onThemeChange(draw: () => void): () => void {
  const page = new MutationObserver(draw);
  page.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", draw);
  return () => {
    page.disconnect();
    system.removeEventListener("change", draw);
  };
}
