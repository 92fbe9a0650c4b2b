/** Copying: a message again, in another chat, with or without saying whose it was. */
import type { Conversation, Draft } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { captionFields, readCaption } from "../formatted-text.ts";
import { badRequest } from "../telegram-error.ts";
import { contentOf, filesOf, hasFile } from "./editing.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked, commonFields, placeToWrite, send } from "./place.ts";

export const copying: Methods = {
  copyMessage(asked) {
    const original = originalOf(asked, "message to copy not found");
    if (Object.keys(contentOf(original)).length === 0) throw badRequest("the message can't be copied");
    const conversation = placeToWrite(asked);
    const { message_id } = send(asked, conversation, {
      ...commonFields(asked, conversation),
      ...copied(asked, original),
    });
    return { message_id: isHeldBack(conversation, original) ? 0 : message_id };
  },

  forwardMessage(asked) {
    const original = originalOf(asked, "message to forward not found");
    if (original["has_protected_content"] === true) {
      throw badRequest("message has protected content and can't be forwarded");
    }
    const conversation = placeToWrite(asked);
    const draft = {
      ...commonFields(asked, conversation),
      ...contentOf(original),
      forward_origin: originOf(original),
    };
    const message = send(asked, conversation, draft);
    return isHeldBack(conversation, original) ? { ...message, message_id: 0 } : message;
  },
};

function originalOf(asked: Asked, complaint: string): Message {
  const from = chatAsked(asked, "from_chat_id");
  const message = from.message(asked.parameters.integer("message_id") ?? 0);
  if (!message) throw badRequest(complaint);
  return message;
}

// A caption that is named replaces the old one; an empty one takes it away.
function copied({ parameters }: Asked, original: Message): Partial<Draft> {
  const isNamed = parameters.text("caption") !== undefined;
  return isNamed && hasFile(original)
    ? { ...filesOf(original), ...captionFields(readCaption(parameters)) }
    : contentOf(original);
}

function isHeldBack({ holdsVideosBack }: Conversation, message: Message): boolean {
  return holdsVideosBack && "video" in message;
}

function originOf({ date, from, sender_chat: chat, message_id }: Message) {
  return chat ? { type: "channel", date, chat, message_id } : { type: "user", date, sender_user: from };
}
