/** Editing: a message of the bot, in a chat or sent inline, looks different from now on. */
import { isDeepStrictEqual } from "node:util";
import type { Conversation } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { readPreview, readText, textFields } from "../formatted-text.ts";
import { readKeyboard } from "../keyboard.ts";
import { mayAsAdministrator } from "../membership.ts";
import { badRequest } from "../telegram-error.ts";
import { newlyCaptioned } from "./captioning.ts";
import { contentOf, frameOf, hasFile } from "./content.ts";
import { inputMediaFields, inputMediaSchema } from "./media-message.ts";
import type { Asked, Methods } from "./method.ts";
import { isOwn } from "./own.ts";
import { chatAsked } from "./place.ts";

export const editing: Methods = {
  editMessageText(asked) {
    const content = { ...textFields(readText(asked.parameters)), ...readPreview(asked.parameters) };
    const target = targetOf(asked);
    if (hasFile(target.message)) throw badRequest("there is no text in the message to edit");
    return become(asked, target, content);
  },

  editMessageCaption(asked) {
    const target = targetOf(asked);
    if (!hasFile(target.message)) throw badRequest("there is no caption in the message to edit");
    return become(asked, target, newlyCaptioned(target.message, asked.parameters));
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
  const conversation = chatAsked(asked, "chat_id", "edit");
  const id = asked.parameters.integer("message_id");
  if (id === undefined) throw badRequest("message identifier is not specified");
  const message = conversation.message(id);
  if (!message) throw badRequest("message to edit not found");
  if (!isEditable(asked, conversation, message)) throw badRequest("message can't be edited");
  asked.telegram.throttle.take(asked.bot.id, conversation.chat);
  return { conversation, message, isInline: false };
}

/** A forwarded message is nobody's to change; a post of a channel is every editor's. */
function isEditable({ bot }: Asked, conversation: Conversation, message: Message): boolean {
  if ("forward_origin" in message) return false;
  const isBots = isOwn(conversation, message, bot);
  if (!conversation.isChannel) return isBots;
  const standing = conversation.standingOf(bot.id);
  return (
    mayAsAdministrator(standing, "can_edit_messages") ||
    (isBots && mayAsAdministrator(standing, "can_post_messages"))
  );
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
