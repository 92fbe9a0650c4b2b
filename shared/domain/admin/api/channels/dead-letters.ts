import * as z from "zod";
import { listOf, moment, operation, part } from "../operation.ts";
import { obstacleNames } from "../../obstacles.ts";
import { ofChannel } from "./of-channel.ts";

const tag = "Dead letters";

const ofLetter = ofChannel.extend({ key: z.string().min(1).max(300) });

const deadLetter = z.object({
  key: z.string(),
  at: moment,
  about: z
    .enum(["errand", "event", "row"])
    .describe(
      "Something that was to be done outside, that was to be decided, or that was to stand in Postgres",
    ),
  what: z.unknown(),
  why: z.string(),
  obstacle: z.enum(obstacleNames).optional().describe("Why it cannot be tried again; missing: it can"),
});

/** What a channel's room could not do or decide. */
export const channelDeadLettersApi = {
  list: operation({
    tag,
    method: "get",
    path: "/api/channels/:id/dead-letters",
    needs: ["redemptions", "see"],
    summary: "What was given up, the latest first",
    inPath: ofChannel,
    query: z.object(part(200)),
    answer: listOf(deadLetter),
  }),
  replay: operation({
    tag,
    method: "post",
    path: "/api/channels/:id/dead-letters/:key/replay",
    needs: ["redemptions", "change"],
    summary: "Has one more try; the letter goes with it, and comes back should that fail too",
    inPath: ofLetter,
    answer: deadLetter,
    refusals: { 404: "It is gone", 409: "It cannot be tried again, or has failed again" },
  }),
  drop: operation({
    tag,
    method: "delete",
    path: "/api/channels/:id/dead-letters/:key",
    needs: ["redemptions", "change"],
    summary: "Throws a dead letter away",
    inPath: ofLetter,
    answer: deadLetter,
    refusals: { 404: "It is gone" },
  }),
} as const;
