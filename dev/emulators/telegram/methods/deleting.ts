/** Deleting: own messages everywhere, those of others where the bot may. */
import * as z from "zod";
import type { Conversation } from "../conversation.ts";
import type { Message } from "../entities.ts";
import { badRequest } from "../telegram-error.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked } from "./place.ts";

const twoDays = 48 * 3_600;
const mostAtOnce = 100;

export const deleting: Methods = {
  deleteMessage(asked) {
    const conversation = chatAsked(asked);
    const message = conversation.message(asked.parameters.integer("message_id") ?? 0);
    if (!message) throw badRequest("message to delete not found");
    if (!isDeletable(asked, conversation, message)) throw badRequest("message can't be deleted for everyone");
    asked.telegram.delete(asked.bot, conversation, message.message_id);
    return true;
  },

  /** What is not there, or not the bot's to delete, is passed over. */
  deleteMessages(asked) {
    const conversation = chatAsked(asked);
    const ids = asked.parameters.json(
      "message_ids",
      z.array(z.coerce.number()),
      "can't parse message identifiers",
    );
    if (!ids || ids.length === 0) throw badRequest("message identifiers are not specified");
    if (ids.length > mostAtOnce) throw badRequest("too many message identifiers specified");
    for (const id of ids) {
      const message = conversation.message(id);
      if (message && isDeletable(asked, conversation, message))
        asked.telegram.delete(asked.bot, conversation, id);
    }
    return true;
  },
};

function isDeletable({ telegram, bot }: Asked, conversation: Conversation, { date, from }: Message): boolean {
  if (conversation.isAdministrator(bot.id)) return true;
  const isRecent = telegram.store.date() - date < twoDays;
  return isRecent && (conversation.isPrivate || from?.id === bot.id);
}
