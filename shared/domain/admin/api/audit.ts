import * as z from "zod";
import { listOf, moment, operation, part } from "./operation.ts";

/** What has become of a change: it was made, refused, or its Worker died and nobody knows. */
export const endings = ["done", "refused", "unknown"] as const;
export type Ending = (typeof endings)[number];

/** Who has changed what. */
export const auditApi = {
  list: operation({
    tag: "Audit",
    method: "get",
    path: "/api/audit",
    needs: ["audit", "see"],
    summary: "Who has changed what, the latest first",
    query: z.object({
      ...part(100),
      who: z.string().max(100).optional().describe("A person's id"),
      what: z.string().max(100).optional().describe("A part of what was done: mapping, /api/people"),
    }),
    answer: listOf(
      z.object({
        id: z.int(),
        at: moment,
        who: z.string().describe("A person's id: twitch:1001, telegram:7001, name:anna, token"),
        name: z.string().describe("What they were called then"),
        what: z.string().describe("PUT /api/channels/:id/settings, mapping.created"),
        subject: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        ending: z.enum(endings),
      }),
    ),
  }),
} as const;
