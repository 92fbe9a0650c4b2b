import { type Budget, most } from "../budget.ts";
import { median, percentile } from "../statistics.ts";
import { formatTable } from "../table.ts";
import type { PageMeasured } from "./page.ts";

/** What was measured, against what was promised. */
export function pageBudgets({ firstLoad, logLines, followed }: PageMeasured): readonly Budget[] {
  return [
    most("scripts of the first load, at the door: KiB gzip", firstLoad.atDoor / 1_024, 150),
    most("scripts until the overview is shown: KiB gzip", firstLoad.withSection / 1_024, 150),
    most("usable at the door, nothing kept: median, ms", median(firstLoad.doorReady), 1_000),
    most("usable when signed in, nothing kept: median, ms", median(firstLoad.sectionReady), 1_000),
    most("10,000 lines, 1,000 more until they are painted: median, ms", median(logLines.appends), 100),
    most("10,000 lines, a frame while scrolling: median, ms", median(logLines.frames), 34),
    most("50 followers of 100 lines: calls of Redis", followed.redisCalls, 0),
    most("50 followers of 100 lines: requests of the room, besides their sockets", followed.pages, 100),
  ];
}

const ninetyFifth = (values: readonly number[]) =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.95,
  );

/** The dashboard, as `npm run bench` prints it. */
export function formatPage(page: PageMeasured): string {
  const { firstLoad, logLines, followed } = page;
  const budgets = pageBudgets(page).map(({ what, measured, budget, met }) => [
    what,
    measured,
    budget,
    met ? "✓" : "✗",
  ]);
  const slow = logLines.frames.filter((wait) => wait > 34).length;
  return [
    "The dashboard in Chromium, against its budgets.",
    "",
    ...formatTable([["", "measured", "budget", ""], ...budgets]),
    "",
    `Worst: at the door ${ms(firstLoad.doorReady)}, signed in ${ms(firstLoad.sectionReady)}, a thousand lines ${ms(logLines.appends)}.`,
    `Scrolling through all lines: ${logLines.frames.length} frames, p95 ${ninetyFifth(logLines.frames).toFixed(0)} ms, ${slow} longer than 34 ms, worst ${ms(logLines.frames)}.`,
    `${followed.followers} followers: ${followed.sockets} sockets and ${followed.pages} pages of lines at the log's room, ${followed.redisCalls} calls of Redis.`,
  ].join("\n");
}

const ms = (values: readonly number[]) => `${Math.max(...values).toFixed(0)} ms`;
