import * as z from "zod";
import { forwarderFigures } from "#adapters/database/forwarder/figures";
import { countMappings } from "#adapters/database/forwarder/mappings";
import { lastChanges } from "#adapters/database/audit";
import type { EndedJob, JobChoice, TargetLine } from "#adapters/database/forwarder/open-jobs";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { tallyWords } from "#domain/forwarder/tally";
import { api, operation } from "./operation.ts";
import { count, id, moment, place, shownMoment } from "./shapes.ts";

const tag = "Queue";

const limit = z.coerce.number<string>().int().min(1).max(1_000).default(100);
const choice = {
  target: z.string().optional().describe("A chat's id"),
  mapping: z.coerce.number<string>().int().optional().describe("A mapping's id"),
  kind: z.string().optional().describe("Why it was given up: a kind of trouble"),
};

const line = z.object({
  target: z.string(),
  title: z.string(),
  waiting: count,
  sending: count,
  dead: count,
  oldestAt: moment.optional().describe("When the oldest of those in line came"),
});
const dead = z.object({
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

export const queueOperations = [
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/queue",
    summary: "How many posts stand in line before each target, and since when; the longest line first",
    answer: z.object({ waiting: count, sending: count, dead: count, targets: z.array(line) }),
    async ask(_, { queue }) {
      const lines = await queue.lines();
      const sumOf = (state: "waiting" | "sending" | "dead") =>
        lines.reduce((sum, each) => sum + each[state], 0);
      return {
        waiting: sumOf("waiting"),
        sending: sumOf("sending"),
        dead: sumOf("dead"),
        targets: lines.map(shownLine),
      };
    },
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/queue/purge",
    summary: "Gives up for good what was given up already, or everything that nobody sends at this moment",
    body: z.strictObject({
      waiting: z.boolean().default(false).describe("What stands in line too"),
      target: choice.target,
      mapping: z.int().optional(),
      kind: choice.kind,
    }),
    answer: many,
    ask: async ({ body: { waiting, ...wanted } }, { queue }) => ({
      jobs: await queue.drop({ ...choiceOf(wanted), isWaitingToo: waiting }, api),
    }),
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/dead-letters",
    summary: "Posts that were given up, the latest first",
    query: z.object({ limit, ...choice }),
    answer: z.object({ items: z.array(dead) }),
    async ask({ query: { limit: most, ...wanted } }, { queue }) {
      return { items: (await queue.dead(choiceOf(wanted), most)).map(shownDead) };
    },
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/doubtful",
    summary:
      "Posts that were sent once more because nobody could tell whether they had been; they may stand twice",
    query: z.object({ limit, ...choice }),
    answer: z.object({ items: z.array(dead) }),
    async ask({ query: { limit: most, ...wanted } }, { queue }) {
      return { items: (await queue.doubtful(choiceOf(wanted), most)).map(shownDead) };
    },
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/retry",
    summary: "Tries them all again, or those that are meant",
    body: z.strictObject({ target: choice.target, mapping: z.int().optional(), kind: choice.kind }),
    answer: many,
    ask: async ({ body }, { queue }) => ({ jobs: await queue.retry(choiceOf(body), api) }),
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/:id/retry",
    summary: "Tries one again",
    inPath: id,
    answer: many,
    ask: async ({ inPath }, { queue }) => one(inPath.id, await queue.retry({ ids: [inPath.id] }, api)),
  }),
  operation({
    tag,
    method: "post",
    path: "/api/forwarder/dead-letters/:id/drop",
    summary: "Gives one up for good",
    inPath: id,
    answer: many,
    ask: async ({ inPath }, { queue }) => one(inPath.id, await queue.drop({ ids: [inPath.id] }, api)),
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/stats",
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
    async ask(_, { config }) {
      const [figures, mappings] = await Promise.all([
        forwarderFigures(config.DATABASE_URL),
        countMappings(config.DATABASE_URL),
      ]);
      return { mappings, ...figures };
    },
  }),
  operation({
    tag,
    method: "get",
    path: "/api/forwarder/audit",
    summary: "Who has changed what, the latest first",
    query: z.object({ limit }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.int(),
          at: moment,
          who: z.string().describe("telegram:<user id>, or api"),
          what: z.string(),
          subject: z.string(),
          before: z.unknown(),
          after: z.unknown(),
        }),
      ),
    }),
    async ask({ query }, { config }) {
      const changes = await lastChanges(config.DATABASE_URL, query);
      return { items: changes.map(({ at, ...change }) => ({ ...change, at: new Date(at).toISOString() })) };
    },
  }),
];

interface Wanted {
  readonly target?: string | undefined;
  readonly mapping?: number | undefined;
  readonly kind?: string | undefined;
}

const choiceOf = ({ target, mapping, kind }: Wanted): JobChoice => ({
  ...(target !== undefined && { target }),
  ...(mapping !== undefined && { mappingId: mapping }),
  ...(kind !== undefined && { kind }),
});

/** Throws Unusable (no-job). */
function one(wanted: number, jobs: number) {
  if (jobs === 0) throw new Unusable("no-job", { id: wanted });
  return { jobs };
}

const shownLine = ({ chat, oldest, ...others }: TargetLine) => ({
  target: chat,
  ...others,
  ...(oldest !== undefined && { oldestAt: shownMoment(oldest) }),
});

const shownDead = ({ createdAt, endedAt, ...others }: EndedJob) => ({
  ...others,
  createdAt: shownMoment(createdAt),
  endedAt: shownMoment(endedAt),
});
