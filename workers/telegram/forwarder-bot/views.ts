import { Unusable } from "#domain/forwarder/refusals/refusals";
import type { Chat } from "#domain/forwarder/chat";
import type { Screen } from "#domain/forwarder/panel/button";
import type { NamedMapping } from "#domain/forwarder/panel/labels";
import * as menus from "#domain/forwarder/panel/screens/menus";
import {
  deletion,
  mappingCard,
  mappingFilters,
  mappingOptions,
  mappingStyles,
  mappingTransforms,
} from "#domain/forwarder/panel/screens/mapping";
import { type BotContext, channelsOf, languageFor, mappingsOf, nowIs } from "./conversation.ts";
import { deadJobView, deadView, queueView, statisticsView } from "./job-views.ts";

/** More than anybody makes by hand. */
const everything = { limit: 2_000 };

export const allMappings = async (ctx: BotContext): Promise<readonly NamedMapping[]> =>
  (await mappingsOf(ctx).list(everything)).items;

/** Throws Unusable (no-mapping). */
export async function mappingNamed(ctx: BotContext, id: number): Promise<NamedMapping> {
  const mapping = await mappingsOf(ctx).find(id);
  const [source, target] = await Promise.all(
    [mapping.source, mapping.target].map(({ chat }) => channelsOf(ctx).find(chat)),
  );
  const { source: from, target: to } = mapping;
  return { ...mapping, sourceTitle: source?.title ?? from.chat, targetTitle: target?.title ?? to.chat };
}

/** Chats for a side of a mapping, and those that could be there once they are mended. */
export async function chatsFor(ctx: BotContext, side: menus.Side): Promise<readonly Chat[]> {
  const { items } = await channelsOf(ctx).list(everything);
  return items.filter(
    ({ access, trouble }) => trouble !== undefined || (side === "sources" ? access.canRead : access.canPost),
  );
}

/** The screen that a button or a command names. */
export async function viewOf(ctx: BotContext, [name = "", ...args]: readonly string[]): Promise<Screen> {
  const [first = ""] = args;
  switch (name) {
    case "help":
      return menus.help;
    case "accounts":
      return menus.accounts;
    case "settings":
      return menus.settings(languageFor(ctx));
    case "sources":
    case "targets":
      return menus.chats(name, await chatsFor(ctx, name), Number(first));
    case "chat":
      return chatView(ctx, first);
    case "mappings":
      return menus.mappings(await allMappings(ctx), Number(first));
    case "mapping":
      return mappingCard(await mappingNamed(ctx, Number(first)), nowIs());
    case "options":
      return mappingOptions(await mappingNamed(ctx, Number(first)));
    case "filters":
      return mappingFilters(await mappingNamed(ctx, Number(first)));
    case "transforms":
      return mappingTransforms(await mappingNamed(ctx, Number(first)));
    case "styles":
      return mappingStyles(await mappingNamed(ctx, Number(first)));
    case "delete":
      return deletion(await mappingNamed(ctx, Number(first)));
    case "queue":
      return queueView(ctx);
    case "dead":
      return deadView(ctx, Number(first));
    case "dead-job":
      return deadJobView(ctx, Number(first));
    case "statistics":
      return statisticsView(ctx);
    default:
      return homeView(ctx);
  }
}

async function homeView(ctx: BotContext): Promise<Screen> {
  const { counts } = await mappingsOf(ctx).list({ limit: 1 });
  return menus.home(counts);
}

async function chatView(ctx: BotContext, id: string): Promise<Screen> {
  const chat = await channelsOf(ctx).find(id);
  if (!chat) throw new Unusable("no-such-chat", { input: id });
  const mappings = await allMappings(ctx);
  const from = mappings.filter(({ source }) => source.chat === id).length;
  const to = mappings.filter(({ target }) => target.chat === id).length;
  return menus.chat(chat, { from, to }, nowIs());
}
