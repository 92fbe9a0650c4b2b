import { forwarderFigures } from "#adapters/database/forwarder/figures";
import type { Screen } from "#domain/forwarder/panel/button";
import { dead, queue, statistics } from "#domain/forwarder/panel/screens/jobs";
import { type BotContext, nowIs } from "./conversation.ts";

export async function statisticsView(ctx: BotContext): Promise<Screen> {
  return statistics(await forwarderFigures(ctx.house.config.DATABASE_URL));
}
export const queueView = async (_ctx: BotContext): Promise<Screen> => queue([], nowIs());
export const deadView = async (_ctx: BotContext, page: number): Promise<Screen> => dead([], page);
export const deadJobView = async (_ctx: BotContext, _id: number): Promise<Screen> => dead([], 0);
export const jobRetried = async (_ctx: BotContext, _id: number) => {};
export const jobDropped = async (_ctx: BotContext, _id: number) => {};
export const allRetried = async (_ctx: BotContext) => {};
