import { placeName } from "#domain/forwarder/chat";
import { contentKinds } from "#domain/forwarder/message";
import { text } from "#kernel/text";
import { verbatim } from "#domain/forwarder/panel/button";
import { keyOf, keywordKey, keywordLists } from "#domain/forwarder/panel/change";
import type { Choosing, Dialogue } from "#domain/forwarder/panel/dialogue";
import { mappingLabel } from "#domain/forwarder/panel/labels";
import type { Item } from "#domain/forwarder/panel/screens/marks";
import { chatLabel, type Side } from "#domain/forwarder/panel/screens/menus";
import { transformText } from "#domain/forwarder/panel/screens/mapping";
import { placeOf } from "#domain/forwarder/panel/add-mapping";
import { type BotContext, channelsOf, mappingsOf } from "./conversation.ts";
import { allMappings, chatsFor } from "./views.ts";

/** What can be marked at a dialogue's step, or has to be named there. */
export async function itemsOf(ctx: BotContext, dialogue: Dialogue): Promise<readonly Item[]> {
  if (dialogue.is === "choose") return itemsToChoose(ctx, dialogue.of);
  if (dialogue.is !== "add-mapping") return [];
  const { step, sources, targets } = dialogue;
  if (step === "sources" || step === "targets") return places(ctx, step, dialogue[step]);
  return step === "summary" ? namedPlaces(ctx, [...sources, ...targets]) : [];
}

/** The chats that are known, and topics of them that were named. */
async function places(ctx: BotContext, side: Side, chosen: readonly string[]): Promise<readonly Item[]> {
  const known = (await chatsFor(ctx, side)).map((chat) => ({ key: chat.id, label: chatLabel(chat) }));
  const others = chosen.filter((name) => known.every(({ key }) => key !== name));
  return [...known, ...(await namedPlaces(ctx, others))];
}

const namedPlaces = (ctx: BotContext, names: readonly string[]): Promise<readonly Item[]> =>
  Promise.all(
    [...new Set(names)].map(async (key) => {
      const place = placeOf(key);
      const chat = await channelsOf(ctx).find(place.chat);
      const topic = place.topic === undefined ? "" : ` #${place.topic}`;
      return { key: placeName(place), label: verbatim(`${chat?.title ?? place.chat}${topic}`) };
    }),
  );

async function itemsToChoose(ctx: BotContext, of: Choosing): Promise<readonly Item[]> {
  if (of.list === "kinds") return contentKinds.map((key) => ({ key, label: text(`kind-${key}`) }));
  if (of.list === "mappings" || of.list === "copy-settings") {
    const others = (await allMappings(ctx)).filter(({ id }) => !("mapping" in of) || id !== of.mapping);
    return others.map((mapping) => ({ key: String(mapping.id), label: mappingLabel(mapping) }));
  }
  const { filters, transforms } = (await mappingsOf(ctx).find(of.mapping)).settings;
  if (of.list === "transforms")
    return transforms.map((each) => ({ key: keyOf(each), label: transformText(each) }));
  return keywordLists.flatMap((list) =>
    filters.keywords[list].map((each) => ({
      key: keywordKey(list, each),
      label: text("forwarder-keyword", { list, find: verbatim(each.find, 40) }),
    })),
  );
}
