/** Deleting: own messages everywhere, those of others where the bot may; none that is older than two days. */
import type { Conversation } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { mayAsAdministrator } from "../membership.ts";
import { badRequest } from "../telegram-error.ts";
import { readMessageIds } from "./message-ids.ts";
import type { Asked, Methods } from "./method.ts";
import { isOwn } from "./own.ts";
import { chatAsked } from "./place.ts";

const twoDays = 48 * 3_600;

export const deleting: Methods = {
  deleteMessage(asked) {
    const conversation = chatAsked(asked, "chat_id", "edit");
    const message = conversation.message(asked.parameters.integer("message_id") ?? 0);
    if (!message) throw badRequest("message to delete not found");
    if (!isDeletable(asked, conversation, message)) throw badRequest("message can't be deleted for everyone");
    asked.telegram.delete(asked.bot, conversation, message.message_id);
    return true;
  },

  /** What is not there, or not the bot's to delete, is passed over. */
  deleteMessages(asked) {
    const conversation = chatAsked(asked, "chat_id", "edit");
    for (const id of readMessageIds(asked.parameters)) {
      const message = conversation.message(id);
      if (message && isDeletable(asked, conversation, message))
        asked.telegram.delete(asked.bot, conversation, id);
    }
    return true;
  },
};

/** https://core.telegram.org/bots/api#deletemessage */
function isDeletable({ telegram, bot }: Asked, conversation: Conversation, message: Message): boolean {
  if (telegram.store.date() - message.date >= twoDays) return false;
  if (conversation.isPrivate) return true;
  const standing = conversation.standingOf(bot.id);
  if (mayAsAdministrator(standing, "can_delete_messages")) return true;
  if (!isOwn(conversation, message, bot)) return false;
  return !conversation.isChannel || mayAsAdministrator(standing, "can_post_messages");
}
