import { iso } from "#kernel/clock";
import { forwarderFigures } from "#adapters/database/forwarder/figures";
import { countMappings } from "#adapters/database/forwarder/mappings";
import type { EndedJob, JobChoice, TargetLine } from "#adapters/database/forwarder/open-jobs";
import type { Parted } from "#adapters/database/part";
import { queueApi } from "#domain/admin/api/forwarder/queue";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { served } from "../serve.ts";
import { toolsOf } from "./tools.ts";

/** Posts that stand in line, and those that were given up. */
export const queueOperations = served(queueApi, toolsOf, {
  async lines(_, { queue }) {
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
  purge: async ({ body: { waiting, ...wanted } }, { queue, who }) => ({
    jobs: await queue.drop({ ...choiceOf(wanted), isWaitingToo: waiting }, who.id),
  }),
  dead: async ({ query: { limit, cursor, ...wanted } }, { queue }) =>
    shownPart(await queue.dead(choiceOf(wanted), { limit, cursor })),
  doubtful: async ({ query: { limit, cursor, ...wanted } }, { queue }) =>
    shownPart(await queue.doubtful(choiceOf(wanted), { limit, cursor })),
  retryMany: async ({ body }, { queue, who }) => ({ jobs: await queue.retry(choiceOf(body), who.id) }),
  retry: async ({ inPath: { id } }, { queue, who }) => one(id, await queue.retry({ ids: [id] }, who.id)),
  drop: async ({ inPath: { id } }, { queue, who }) => one(id, await queue.drop({ ids: [id] }, who.id)),
  async figures(_, { config }) {
    const [figures, mappings] = await Promise.all([
      forwarderFigures(config.DATABASE_URL),
      countMappings(config.DATABASE_URL),
    ]);
    return { mappings, ...figures };
  },
});

interface Wanted extends Pick<JobChoice, "target" | "kind"> {
  readonly mapping?: number | undefined;
}

const choiceOf = ({ mapping, ...wanted }: Wanted): JobChoice => ({ ...wanted, mappingId: mapping });

/** Throws Unusable (no-job). */
function one(wanted: number, jobs: number) {
  if (jobs === 0) throw new Unusable("no-job", { id: wanted });
  return { jobs };
}

const shownLine = ({ chat, oldest, ...others }: TargetLine) => ({
  target: chat,
  ...others,
  ...(oldest !== undefined && { oldestAt: iso(oldest) }),
});

const shownPart = ({ items, ...others }: Parted<EndedJob>) => ({ items: items.map(shownEnded), ...others });

const shownEnded = ({ createdAt, endedAt, ...others }: EndedJob) => ({
  ...others,
  createdAt: iso(createdAt),
  endedAt: iso(endedAt),
});
