import { formatTable, type Row } from "../table.ts";
import { countOf, downloadBudgets, grown } from "./budgets.ts";
import type { Spread } from "./cached.ts";
import type { Downloads } from "./downloads.ts";
import type { Flight } from "./flight.ts";
import type { OperationCounts, Operations } from "./operations.ts";
import type { Passage } from "./stream.ts";

/** What the downloader bot costs, as `npm run bench` prints it. */
export function formatDownloads(downloads: Downloads): string {
  const { cached, flights, streams, operations } = downloads;
  const budgets = downloadBudgets(downloads).map(({ what, measured, budget, met }) => [
    what,
    measured,
    budget,
    met ? "✓" : "✗",
  ]);
  return [
    "The downloader bot, against its budgets.",
    "",
    ...formatTable([["", "measured", "budget", ""], ...budgets]),
    "",
    `Cached, p50 / p99 / worst of ${cached.samples} ms, the video and the webhook's answer:`,
    ...(["fresh", "awake", "asleep"] as const).map(
      (state) => `  ${state}: ${times(cached[state].video)}; ${times(cached[state].webhook)}`,
    ),
    `A hundred at once, a source of ${flights.sourceSeconds} s:`,
    `  thirty a second at Telegram: ${formatFlight(flights.limited)}`,
    `  no limit: ${formatFlight(flights.unlimited)}`,
    `${streams.bytes / 1_000_000} MB through workerd, one after another, then ${streams.together.videos} at once:`,
    ...[...streams.alone, streams.together].map((passage) => `  ${formatPassage(passage)}`),
    "",
    "What a video costs; of the hundred, all of them together.",
    "",
    ...formatTable(operationRows(operations)),
    "",
    `Rooms: a cached video ${listed(operations.cached.rooms)} of ${operations.cached.videos};`,
    `new ones ${listed(operations.fresh.rooms)} of ${operations.fresh.videos};`,
    `the hundred ${listed(operations.crowd.rooms)}.`,
    `Rows: cached ${listed(operations.cached.rows)}; new ${listed(operations.fresh.rows)}; the hundred ${listed(operations.crowd.rows)}.`,
    `Telegram: cached ${listed(operations.cached.telegram)}; new ${listed(operations.fresh.telegram)}; the hundred ${listed(operations.crowd.telegram)}.`,
  ].join("\n");
}

const times = ({ p50, p99, max }: Spread) => [p50, p99, max].map((value) => value.toFixed(1)).join(" / ");

const formatFlight = ({ seconds, slowestWebhook, calls }: Flight) =>
  `${seconds.toFixed(1)} s, slowest webhook ${slowestWebhook.toFixed(0)} ms; ${listed(calls)}`;

function formatPassage(passage: Passage): string {
  const { videos, seconds, memory, cpu, around } = passage;
  const [before, median, peak] = [memory.before, memory.median, memory.peak].map(megabytes);
  const busy = Object.entries(cpu).map(([name, taken]) => `${name} ${taken.toFixed(2)} s`);
  return (
    `${videos}: ${seconds.toFixed(2)} s, workerd ${before} → ${median} (peak ${peak}, +${grown(passage).toFixed(1)}) MB, ` +
    `CPU ${busy.join(", ")}, ${around} bytes around each file`
  );
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

function operationRows({ cached, cachedForNewcomers, fresh, crowd }: OperationCounts): readonly Row[] {
  const row = (what: string, count: (operations: Operations) => number): Row => [
    what,
    ...[cached, cachedForNewcomers, fresh].map((each) => rounded(count(each) / each.videos)),
    rounded(count(crowd)),
  ];
  return [
    ["", "cached", "to a newcomer", "new", "new, a hundred"],
    row("requests of the Worker", ({ worker }) => countOf(worker)),
    row("requests of rooms", ({ rooms }) => countOf(rooms)),
    row("  alarms among them", ({ rooms }) => countOf(alarmsAmong(rooms))),
    row("rows", ({ rows }) => countOf(rows)),
    row("  alarms set among them", ({ alarmsSet }) => alarmsSet),
    row("Redis commands", ({ redisCommands }) => redisCommands),
    row("QStash messages", ({ qstashMessages }) => qstashMessages),
    row("SQL requests", ({ sqlRequests }) => sqlRequests),
    row("calls of Telegram", ({ telegram }) => countOf(telegram)),
    row("requests to platforms", ({ origin }) => origin),
  ];
}

const alarmsAmong = (rooms: Operations["rooms"]) =>
  Object.fromEntries(Object.entries(rooms).filter(([name]) => name.endsWith(".alarm")));

const rounded = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });

const listed = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");
