import type { ForwarderFigures } from "#adapters/database/forwarder/figures";
import { durationBounds, type Increment, noBound, type TallyWord } from "#domain/forwarder/tally";
import type { Family, Histogram, Sample } from "./text.ts";

/** What the forwarder's figures are called outside. */
export function forwarderFamilies({ tallies, queue, oldestSeconds }: ForwarderFigures): readonly Family[] {
  const of = (...words: TallyWord[]) => tallies.filter(({ what }) => words.includes(what));
  return [
    {
      is: "counter",
      name: "forwards_total",
      help: "Posts that were sent, or given up, by mapping and mode.",
      samples: of("carried", "failed").map(forward),
    },
    {
      is: "counter",
      name: "forward_errors_total",
      help: "Attempts to send that failed, by kind.",
      samples: of("error").map(counted("kind")),
    },
    {
      is: "counter",
      name: "filter_discards_total",
      help: "Posts that a filter turned away.",
      samples: of("discarded").map(counted("reason")),
    },
    {
      is: "counter",
      name: "dedup_hits_total",
      help: "Posts that had been carried before, by where that counts.",
      samples: of("duplicate").map(counted("scope")),
    },
    {
      is: "counter",
      name: "flood_wait_seconds_total",
      help: "How long Telegram has asked to wait.",
      samples: [{ value: sum(of("flood")) }],
    },
    {
      is: "histogram",
      name: "job_duration_seconds",
      help: "How long posts waited before they were sent, and how long sending took.",
      histograms: [
        duration("queued", of("queued"), of("queued-sum")),
        duration("send", of("sent"), of("sent-sum")),
      ],
    },
    {
      is: "histogram",
      name: "album_size",
      help: "Messages of an album.",
      histograms: [albums(of("album"))],
    },
    {
      is: "gauge",
      name: "queue_depth",
      help: "Jobs that wait, that are being sent, and that wait for a person.",
      samples: queue.map(({ state, jobs }) => ({ labels: { state }, value: jobs })),
    },
    {
      is: "gauge",
      name: "queue_oldest_seconds",
      help: "For how long the oldest job that might be sent has waited.",
      samples: [{ value: oldestSeconds }],
    },
  ];
}

const forward = ({ mappingId, what, detail, count }: Increment): Sample => ({
  labels: { mapping: String(mappingId), mode: detail, result: what === "carried" ? "sent" : "failed" },
  value: count,
});

const counted =
  (label: string) =>
  ({ detail, count }: Increment): Sample => ({ labels: { [label]: detail }, value: count });

const sum = (tallies: readonly Increment[]) => tallies.reduce((all, { count }) => all + count, 0);

const duration = (phase: string, classes: readonly Increment[], sums: readonly Increment[]): Histogram => ({
  labels: { phase },
  classes: [...durationBounds.map(String), noBound].map((bound) => ({
    bound,
    count: sum(classes.filter(({ detail }) => detail === bound)),
  })),
  sum: sum(sums) / 1_000,
});

/** Of how many messages an album can be: https://core.telegram.org/bots/api#sendmediagroup */
const albumSizes = ["2", "3", "4", "5", "6", "7", "8", "9", "10"];

const albums = (sizes: readonly Increment[]): Histogram => ({
  classes: [
    ...albumSizes.map((bound) => ({ bound, count: sum(sizes.filter(({ detail }) => detail === bound)) })),
    { bound: noBound, count: sum(sizes.filter(({ detail }) => !albumSizes.includes(detail))) },
  ],
  sum: sizes.reduce((all, { detail, count }) => all + Number(detail) * count, 0),
});
