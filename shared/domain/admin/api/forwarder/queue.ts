import * as z from "zod";
import { tallyWords } from "#domain/forwarder/tally";
import { count, listOf, moment, numbered, operation, part, whole } from "../operation.ts";
import { place, refusals } from "./shapes.ts";

const tag = "Queue";
const ofOne = { ...refusals, 404: "Nothing of this id was given up" } as const;

const target = z.string().optional().describe("A chat's id");
const kind = z.string().optional().describe("Why it was given up: a kind of trouble");
const choice = z.object({
  ...part(100),
  target,
  mapping: whole(0, 2_147_483_647).optional().describe("A mapping's id"),
  kind,
});
const meant = { target, mapping: z.int().optional().describe("A mapping's id"), kind };

const line = z.object({
  target: z.string(),
  title: z.string(),
  waiting: count,
  sending: count,
  dead: count,
  oldestAt: moment.optional().describe("When the oldest of those in line came"),
});

const ended = z.object({
  id: z.int(),
  mappingId: z.int(),
  source: place,
  sourceIds: z.array(z.int()),
  target: place,
  targetTitle: z.string(),
  kind: z.string(),
  said: z.string().describe("Telegram's words"),
  attempts: count,
  unsure: count.describe("How often nobody could tell whether Telegram had taken it"),
  traceId: z.string(),
  createdAt: moment,
  endedAt: moment,
});
const many = z.object({ jobs: count });

/** Posts that stand in line, and those that were given up. What is changed is noted where it is written down. */
export const queueApi = {
  lines: operation({
    tag,
    method: "get",
    path: "/api/forwarder/queue",
    needs: ["forwarder", "see"],
    summary: "How many posts stand in line before each target, and since when; the longest line first",
    answer: z.object({ waiting: count, sending: count, dead: count, targets: z.array(line) }),
    refusals,
  }),
  purge: operation({
    tag,
    method: "post",
    path: "/api/forwarder/queue/purge",
    needs: ["forwarder", "change"],
    summary: "Gives up for good what was given up already, or everything that nobody sends at this moment",
    body: z.strictObject({
      waiting: z.boolean().default(false).describe("What stands in line too"),
      ...meant,
    }),
    answer: many,
    refusals,
    isAudited: false,
  }),
  dead: operation({
    tag,
    method: "get",
    path: "/api/forwarder/dead-letters",
    needs: ["forwarder", "see"],
    summary: "Posts that were given up, the latest first",
    query: choice,
    answer: listOf(ended),
    refusals,
  }),
  doubtful: operation({
    tag,
    method: "get",
    path: "/api/forwarder/doubtful",
    needs: ["forwarder", "see"],
    summary:
      "Posts that were sent once more because nobody could tell whether they had been; they may stand twice",
    query: choice,
    answer: listOf(ended),
    refusals,
  }),
  retryMany: operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/retry",
    needs: ["forwarder", "change"],
    summary: "Tries them all again, or those that are meant",
    body: z.strictObject(meant),
    answer: many,
    refusals,
    isAudited: false,
  }),
  retry: operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/:id/retry",
    needs: ["forwarder", "change"],
    summary: "Tries one again",
    inPath: numbered,
    answer: many,
    refusals: ofOne,
    isAudited: false,
  }),
  drop: operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/:id/drop",
    needs: ["forwarder", "change"],
    summary: "Gives one up for good",
    inPath: numbered,
    answer: many,
    refusals: ofOne,
    isAudited: false,
  }),
  figures: operation({
    tag,
    method: "get",
    path: "/api/forwarder/stats",
    needs: ["forwarder", "see"],
    summary: "What has been carried, discarded and refused since the beginning, and how the queue is",
    answer: z.object({
      mappings: z.object({ total: count, enabled: count, troubled: count }),
      queue: z.array(z.object({ state: z.enum(["waiting", "sending", "dead"]), jobs: count })),
      oldestSeconds: z.number(),
      tallies: z.array(
        z.object({
          mappingId: z.int().describe("0: of all together"),
          what: z.enum(tallyWords),
          detail: z.string(),
          count,
        }),
      ),
    }),
    refusals,
  }),
} as const;
