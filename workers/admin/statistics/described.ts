import { type Described, ownersRefusals } from "../docs/described.ts";
import { operations } from "./operations.ts";

const refusals = { ...ownersRefusals, 422: "A parameter is out of its range, or nonsense" };

/** The statistics under their new names and under their old ones. */
export const statisticsDescribed: readonly Described[] = operations.flatMap(
  ({ path, row, summary, query, answer }) => {
    const shared = { tag: "Downloads", method: "get", summary, query, answer, refusals } as const;
    const isTable = row !== undefined;
    return [
      { ...shared, isTable, path: `/api/downloads${path}` as const },
      { ...shared, isTable, path: `/stats${path}` as const, isDeprecated: true },
    ];
  },
);
