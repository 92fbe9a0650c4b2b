import * as z from "zod";
import { levels } from "#kernel/log";
import { logFilter } from "../log/log-filter.ts";
import { moment, operation } from "./operation.ts";

const line = z.object({
  at: moment,
  level: z.enum(levels),
  event: z.string().describe("keg.opened"),
  part: z.string().describe("The room or door that wrote it: channel 1001, forwarder, door telegram"),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** What the house has logged. It can be followed as well: workers/admin/log-socket.ts. */
export const logsApi = {
  list: operation({
    tag: "Logs",
    method: "get",
    path: "/api/logs",
    needs: ["logs", "see"],
    summary: "The latest lines, the oldest of them first",
    query: z.object({
      limit: z.coerce.number<string>().int().min(1).max(5_000).default(200),
      ...logFilter.shape,
    }),
    answer: z.object({ items: z.array(line) }),
  }),
} as const;
