/** Editing: a message of the bot, in a chat or sent inline, looks different from now on. */
import { isDeepStrictEqual } from "node:util";
import type { Conversation } from "../conversation.ts";
import { fileKinds, type Message } from "../entities.ts";
import { captionFields, readCaption, readText, textFields } from "../formatted-text.ts";
import { readKeyboard } from "../keyboard.ts";
import { badRequest } from "../telegram-error.ts";
import { inputMediaFields, inputMediaSchema } from "./media-message.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked } from "./place.ts";

export const editing: Methods = {
  editMessageText(asked) {
    const content = textFields(readText(asked.parameters));
    const target = targetOf(asked);
    if (hasFile(target.message)) throw badRequest("there is no text in the message to edit");
    return become(asked, target, content);
  },

  editMessageCaption(asked) {
    const caption = captionFields(readCaption(asked.parameters));
    const target = targetOf(asked);
    if (!hasFile(target.message)) throw badRequest("there is no caption in the message to edit");
    return become(asked, target, { ...filesOf(target.message), ...caption });
  },

  async editMessageMedia(asked) {
    const target = targetOf(asked);
    const complaint = "can't parse InputMedia";
    const media = asked.parameters.json("media", inputMediaSchema, complaint);
    if (!media) throw badRequest(complaint);
    return become(asked, target, await inputMediaFields(asked, media, { mayUpload: !target.isInline }));
  },

  editMessageReplyMarkup(asked) {
    const target = targetOf(asked);
    const { message } = target;
    return become(asked, target, { ...contentOf(message) });
  },
};

interface Target {
  readonly conversation: Conversation;
  readonly message: Message;
  readonly isInline: boolean;
}

function targetOf(asked: Asked): Target {
  const inlineId = asked.parameters.text("inline_message_id");
  if (inlineId !== undefined) return inlineTarget(asked, inlineId);
  const conversation = chatAsked(asked);
  const id = asked.parameters.integer("message_id");
  if (id === undefined) throw badRequest("message identifier is not specified");
  const message = conversation.message(id);
  if (!message) throw badRequest("message to edit not found");
  const isOwn = message.from?.id === asked.bot.id && message.via_bot === undefined;
  const isPost = message.sender_chat !== undefined && conversation.isAdministrator(asked.bot.id);
  if (!isOwn && !isPost) throw badRequest("message can't be edited");
  asked.telegram.throttle.take(asked.bot.id, conversation.chat);
  return { conversation, message, isInline: false };
}

function inlineTarget({ telegram, bot }: Asked, id: string): Target {
  const place = telegram.inlineMessages.find(id, bot.id);
  const message = place?.conversation.message(place.messageId);
  if (!place || !message) throw badRequest("MESSAGE_ID_INVALID");
  return { conversation: place.conversation, message, isInline: true };
}

/** Everything stays but the content and the keyboard: an edit that names no keyboard takes it away. */
function become(asked: Asked, target: Target, content: Readonly<Record<string, unknown>>): Message | true {
  const { telegram, bot } = asked;
  const { conversation, message, isInline } = target;
  const keyboard = readKeyboard(asked.parameters);
  const { edit_date: _, ...before } = message;
  const after = { ...frameOf(before), ...content, ...(keyboard && { reply_markup: keyboard }) } as Message;
  if (isDeepStrictEqual(before, after)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const edited = telegram.rewrite(bot, conversation, { ...after, edit_date: telegram.store.date() });
  return isInline ? true : telegram.shownTo(bot, edited);
}

const contentNames: readonly string[] = [
  ...fileKinds,
  "text",
  "entities",
  "caption",
  "caption_entities",
  "has_media_spoiler",
  "show_caption_above_media",
];
const withoutCaption = contentNames.filter((name) => !name.startsWith("caption"));

const isContent = (name: string) => contentNames.includes(name);
const pick = (message: Message, isWanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(message).filter(([name]) => isWanted(name)));

export const contentOf = (message: Message) => pick(message, isContent);
export const filesOf = (message: Message) => pick(message, (name) => withoutCaption.includes(name));
export const hasFile = (message: Message) => fileKinds.some((kind) => kind in message);
const frameOf = (message: Message) => pick(message, (name) => !isContent(name) && name !== "reply_markup");
