import { type Text, text } from "#kernel/text";
import type { Skipped } from "#adapters/forwarder/mapping-service";
import { placeOf } from "#domain/forwarder/panel/add-mapping";
import { verbatim } from "#domain/forwarder/panel/button";
import { type BotContext, channelsOf } from "./conversation.ts";

const mostTold = 15;

/** What was left out, and why, as far as anybody reads it. */
export async function skippedLines(ctx: BotContext, skipped: readonly Skipped[]): Promise<readonly Text[]> {
  const told = skipped.slice(0, mostTold);
  const titles = await titlesOf(ctx, new Set(told.flatMap(({ source, target }) => [source, target])));
  const more = skipped.length - told.length;
  return [
    ...told.map(({ source, target, why }) =>
      text("forwarder-skipped", {
        path: verbatim(`${titles.get(source)} → ${titles.get(target)}`, 120),
        why: text(`refused-${why.code}`, why.args),
      }),
    ),
    ...(more > 0 ? [text("forwarder-and-more", { count: more })] : []),
  ];
}

/** The titles of places; of what is not known the name that was given. */
async function titlesOf(ctx: BotContext, names: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const titled = [...names].map(async (name) => {
    const { chat, topic } = placeOf(name);
    const title = (await channelsOf(ctx).find(chat))?.title ?? chat;
    return [name, topic === undefined ? title : `${title} #${topic}`] as const;
  });
  return new Map(await Promise.all(titled));
}
