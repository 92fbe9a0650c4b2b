import { text } from "#kernel/text";
import type { EndedJob } from "#adapters/database/forwarder/open-jobs";
import { forwarderFigures } from "#adapters/database/forwarder/figures";
import type { Screen } from "#domain/forwarder/panel/button";
import { type Dead, dead, deadJob, queue, statistics } from "#domain/forwarder/panel/screens/jobs";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { type BotContext, channelsOf, nowIs, queueOf, sayingTo, whoActs } from "./conversation.ts";

/** More than anybody looks through by hand. */
const mostDead = 500;

export const statisticsView = async ({ house }: BotContext): Promise<Screen> =>
  statistics(await forwarderFigures(house.config.DATABASE_URL));

export async function queueView(ctx: BotContext): Promise<Screen> {
  const lines = await queueOf(ctx).lines();
  const open = lines.flatMap(({ title, waiting, sending, oldest }) =>
    oldest === undefined ? [] : [{ title, waiting: waiting + sending, oldest }],
  );
  return queue(open, nowIs());
}

export async function deadView(ctx: BotContext, page: number): Promise<Screen> {
  const { items } = await queueOf(ctx).dead({}, { limit: mostDead });
  return dead(items.map(named), page);
}

/** Throws Unusable (no-job). */
export async function deadJobView(ctx: BotContext, id: number): Promise<Screen> {
  const {
    items: [job],
  } = await queueOf(ctx).dead({ ids: [id] }, { limit: 1 });
  if (!job) throw new Unusable("no-job", { id: String(id) });
  const source = await channelsOf(ctx).find(job.source);
  return deadJob({ ...named(job), title: pathOf(source?.title ?? job.source, job) }, nowIs());
}

const named = ({ targetTitle, sourceIds, ...job }: EndedJob): Dead => ({
  ...job,
  title: `${targetTitle} · ${sourceIds.length > 1 ? `${sourceIds[0]}…` : sourceIds[0]}`,
});

const pathOf = (source: string, { sourceIds, targetTitle }: EndedJob) =>
  `${source}, ${sourceIds.join(", ")} → ${targetTitle}`;

/** Puts dead letters into line again: this one, or all. Throws Refused and Unusable (no-job). */
export async function retried(ctx: BotContext, id?: number): Promise<void> {
  const jobs = await queueOf(ctx).retry(id === undefined ? {} : { ids: [id] }, whoActs(ctx));
  if (jobs === 0 && id !== undefined) throw new Unusable("no-job", { id: String(id) });
  ctx.toast = sayingTo(ctx)(text("forwarder-retried", { count: jobs }));
}

/** Gives a dead letter up for good. Throws Refused and Unusable (no-job). */
export async function dropped(ctx: BotContext, id: number): Promise<void> {
  const jobs = await queueOf(ctx).drop({ ids: [id] }, whoActs(ctx));
  if (jobs === 0) throw new Unusable("no-job", { id: String(id) });
}
