import type { JobCount } from "#adapters/qstash";
import type { Family } from "./text.ts";

/** How many downloads are not over. */
export const downloadFamilies = ({ waiting, underWay }: JobCount): readonly Family[] => [
  {
    is: "gauge",
    name: "downloads",
    help: "Downloads that wait for a place, and that are under way.",
    samples: [
      { labels: { state: "waiting" }, value: waiting },
      { labels: { state: "running" }, value: underWay },
    ],
  },
];
