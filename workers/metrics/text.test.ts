import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { millis, seconds } from "#kernel/clock";
import { album, carried, discarded, failed, flood, lasted, together } from "#domain/forwarder/tally";
import { forwarderFamilies } from "./forwarder.ts";
import { prometheusText } from "./text.ts";

interface Parsed {
  readonly name: string;
  readonly type: string;
  readonly metrics: readonly object[];
}

/** It brings no types. */
const parse = createRequire(import.meta.url)("parse-prometheus-text-format") as (
  text: string,
) => readonly Parsed[];

const figures = {
  tallies: together([
    carried(12, "copy"),
    failed(12, "copy"),
    flood(12, seconds(3)),
    discarded(0, 'a "word",\na \\'),
    ...lasted(0, "queued", millis(90)),
    ...lasted(0, "queued", seconds(2)),
    ...lasted(0, "queued", seconds(7_200)),
    album(0, 2),
    album(0, 10),
    album(0, 10),
  ]),
  queue: [{ state: "waiting" as const, jobs: 4 }],
  oldestSeconds: 1.5,
};

const text = prometheusText(forwarderFamilies(figures));
const parsed = parse(text);
const metric = (name: string) => parsed.find((each) => each.name === name)?.metrics;

test("Prometheus reads counters and gauges with their labels", () => {
  expect(metric("forwards_total")).toEqual([
    { value: "1", labels: { mapping: "12", mode: "copy", result: "sent" } },
    { value: "1", labels: { mapping: "12", mode: "copy", result: "failed" } },
  ]);
  expect(metric("flood_wait_seconds_total")).toEqual([{ value: "3" }]);
  expect(metric("queue_depth")).toEqual([{ value: "4", labels: { state: "waiting" } }]);
  expect(metric("queue_oldest_seconds")).toEqual([{ value: "1.5" }]);
});

test("Prometheus reads a label whatever stands in it", () => {
  expect(metric("filter_discards_total")).toEqual([{ value: "1", labels: { reason: 'a "word",\na \\' } }]);
});

test("a class of a histogram holds all that is below it", () => {
  expect(metric("album_size")).toEqual([
    {
      buckets: { 2: "1", 3: "1", 4: "1", 5: "1", 6: "1", 7: "1", 8: "1", 9: "1", 10: "3", "+Inf": "3" },
      sum: "22",
      count: "3",
    },
  ]);
});

// The parser above knows one histogram of a name, Prometheus as many as there are labels.
test.each([
  'job_duration_seconds_bucket{phase="queued",le="0.1"} 1',
  'job_duration_seconds_bucket{phase="queued",le="1"} 1',
  'job_duration_seconds_bucket{phase="queued",le="2.5"} 2',
  'job_duration_seconds_bucket{phase="queued",le="3600"} 2',
  'job_duration_seconds_bucket{phase="queued",le="+Inf"} 3',
  'job_duration_seconds_sum{phase="queued"} 7202.09',
  'job_duration_seconds_count{phase="queued"} 3',
  'job_duration_seconds_bucket{phase="send",le="+Inf"} 0',
])("a histogram with labels has the line %s", (line) => {
  expect(text.split("\n")).toContain(line);
});
