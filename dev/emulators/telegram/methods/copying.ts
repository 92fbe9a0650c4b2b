/**
 * Carrying: messages again, in another chat, with or without saying whose they were.
 * What is passed over, refused and put together follows TDLib, MessagesManager.cpp, `get_forwarded_messages`.
 */
import type { Conversation, Draft } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { longestCaption } from "../formatted-text.ts";
import { keptButtons } from "../keyboard.ts";
import { originOf } from "../origin.ts";
import { randomId } from "../store.ts";
import { badRequest } from "../telegram-error.ts";
import { newlyCaptioned } from "./captioning.ts";
import { complaintAbout, contentOf, isCopyable, filesOf, hasContent, hasFile } from "./content.ts";
import { readMessageIds } from "./message-ids.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked, commonFields, frame, placeToWrite, send, sendAll } from "./place.ts";

export const copying: Methods = {
  copyMessage(asked) {
    const { original } = originalOf(asked, "message to copy not found");
    if (!isCopyable(original)) throw badRequest("the message can't be copied");
    const content = copied(asked, original);
    const conversation = placeToWrite(asked);
    const common = commonFields(asked, conversation);
    checkRebuilt(asked, common, content);
    const { message_id } = send(asked, conversation, { ...common, ...content });
    return { message_id };
  },

  copyMessages(asked) {
    const captionless = asked.parameters.flag("remove_caption");
    const look = (message: Message) =>
      captionless && hasFile(message) ? filesOf(message) : contentOf(message);
    return carry(asked, look, isCopyable).map(({ message_id }) => ({ message_id }));
  },

  forwardMessage(asked) {
    const { original, from } = originalOf(asked, "message to forward not found");
    if (isProtected(from, original)) throw protectedContent();
    if (!hasContent(original)) throw badRequest("the message can't be forwarded");
    const conversation = placeToWrite(asked);
    return send(asked, conversation, { ...frame(asked, conversation), ...forwarded(original) });
  },

  forwardMessages(asked) {
    const from = chatAsked(asked, "from_chat_id");
    if (from.isProtected) throw protectedContent();
    const sent = carry(asked, forwarded, (message) => !isProtected(from, message));
    return sent.map(({ message_id }) => ({ message_id }));
  },
};

/** Many at once: what is gone or may not be carried is passed over without a word. */
function carry(
  asked: Asked,
  look: (message: Message) => Partial<Draft>,
  mayGo: (message: Message) => boolean,
): Message[] {
  const ids = readMessageIds(asked.parameters);
  const from = chatAsked(asked, "from_chat_id");
  const found = ids.flatMap((id) => from.message(id) ?? []);
  if (found.length === 0) throw badRequest("there are no messages to forward");
  if (ids.some((id, at) => at > 0 && id <= (ids[at - 1] ?? 0)))
    throw badRequest("message identifiers must be in a strictly increasing order");
  const conversation = placeToWrite(asked, found.length);
  const standing = conversation.standingOf(asked.bot.id);
  const going = found.filter(
    (message) => hasContent(message) && mayGo(message) && !complaintAbout(message, standing),
  );
  if (going.length === 0) throw badRequest("messages can't be forwarded");
  const groupOf = newGroups(going);
  return sendAll(
    asked,
    conversation,
    going.map((message) => ({ ...frame(asked, conversation), ...look(message), ...groupOf(message) })),
  );
}

/** An album stays one, of as many as go. Documents alone, or music alone, become one whatever they were. */
function newGroups(going: readonly Message[]) {
  const isOneKind = (["document", "audio"] as const).some((kind) =>
    going.every((message) => kind in message && !("animation" in message)),
  );
  const nameOf = ({ media_group_id: id }: Message) => (isOneKind && going.length <= mostInAlbum ? "all" : id);
  const named = Map.groupBy(going, nameOf);
  const groups = [...named].filter(([name, messages]) => name !== undefined && messages.length > 1);
  const ids = new Map(groups.map(([name]) => [name, randomId()]));
  return (message: Message) => {
    const id = ids.get(nameOf(message));
    return id === undefined ? {} : { media_group_id: id };
  };
}

const mostInAlbum = 10;

function originalOf(asked: Asked, complaint: string) {
  const from = chatAsked(asked, "from_chat_id");
  const original = from.message(asked.parameters.integer("message_id") ?? 0);
  if (!original) throw badRequest(complaint);
  return { from, original };
}

// A caption that is named replaces the old one; an empty one takes it away.
function copied({ parameters }: Asked, original: Message): Partial<Draft> {
  const isNamed = parameters.has("caption") && hasFile(original);
  return isNamed ? newlyCaptioned(original, parameters) : contentOf(original);
}

/** A plain copy keeps the long caption of a Premium author; one that is made anew may not have it. */
function checkRebuilt({ parameters }: Asked, common: Draft, { caption }: Partial<Draft>): void {
  const isRebuilt =
    parameters.text("caption") !== undefined || Boolean(common.reply_markup ?? common.reply_to_message);
  if (isRebuilt && typeof caption === "string" && caption.length > longestCaption)
    throw badRequest("message caption is too long");
}

function isProtected(from: Conversation, message: Message): boolean {
  return from.isProtected || message["has_protected_content"] === true;
}

const protectedContent = () => badRequest("message has protected content and can't be forwarded");

/** Links stay under a forwarded message; buttons that would ask a bot do not. */
function forwarded(original: Message): Partial<Draft> {
  const keyboard = keptButtons(original.reply_markup);
  return {
    ...contentOf(original),
    forward_origin: originOf(original),
    ...(keyboard && { reply_markup: keyboard }),
  };
}
