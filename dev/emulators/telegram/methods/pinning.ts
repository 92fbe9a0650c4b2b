/** Pinning: a message stays on top, and one that says so is in the chat. Of their own pins bots hear as of any. */
import type { Conversation } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { mayAsAdministrator } from "../membership.ts";
import { badRequest } from "../telegram-error.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked, frame, send, withoutReply } from "./place.ts";

export const pinning: Methods = {
  pinChatMessage(asked) {
    const conversation = placeToPin(asked);
    const message = messageAsked(asked, conversation, "message to pin not found");
    conversation.mark(message.message_id, { isPinned: true });
    const note = send(asked, conversation, {
      ...frame(asked, conversation),
      pinned_message: withoutReply(message),
    });
    if (!conversation.isPrivate) void asked.feed.announce(conversation, note);
    return true;
  },

  unpinChatMessage(asked) {
    const conversation = placeToPin(asked);
    const isNamed = asked.parameters.integer("message_id") !== undefined;
    const id = isNamed
      ? messageAsked(asked, conversation, "message to unpin not found").message_id
      : lastPinned(conversation);
    if (id === undefined) throw badRequest("message to unpin not found");
    conversation.mark(id, { isPinned: false });
    return true;
  },

  unpinAllChatMessages(asked) {
    const conversation = placeToPin(asked);
    for (const { message } of conversation.history)
      conversation.mark(message.message_id, { isPinned: false });
    return true;
  },
};

/** In a channel it takes the right to edit: TDLib, DialogManager.cpp, `can_pin_messages`. */
function placeToPin(asked: Asked): Conversation {
  const conversation = chatAsked(asked, "chat_id", "write");
  const right = conversation.isChannel ? "can_edit_messages" : "can_pin_messages";
  if (!conversation.isPrivate && !mayAsAdministrator(conversation.standingOf(asked.bot.id), right))
    throw badRequest("not enough rights to manage pinned messages in the chat");
  return conversation;
}

function messageAsked({ parameters }: Asked, conversation: Conversation, complaint: string): Message {
  const message = conversation.message(parameters.integer("message_id") ?? 0);
  if (!message) throw badRequest(complaint);
  return message;
}

function lastPinned({ history }: Conversation): number | undefined {
  return history.findLast(({ isPinned, isDeleted }) => isPinned && !isDeleted)?.message.message_id;
}
