/** Topics of a forum. */
import { mayAsAdministrator } from "../membership.ts";
import { badRequest } from "../telegram-error.ts";
import type { Methods } from "./method.ts";
import { chatAsked } from "./place.ts";

export const topics: Methods = {
  createForumTopic(asked) {
    const conversation = chatAsked(asked, "chat_id", "write");
    const name = asked.parameters.text("name");
    if (conversation.topics.size === 0) throw badRequest("the chat is not a forum");
    if (name === undefined || name.length > 128) throw badRequest("TOPIC_TITLE_INVALID");
    if (!mayAsAdministrator(conversation.standingOf(asked.bot.id), "can_manage_topics"))
      throw badRequest("not enough rights to create a topic");
    const id = conversation.reserve();
    conversation.topics = new Map(conversation.topics).set(id, name);
    return { message_thread_id: id, name, icon_color: 0x6f_b9_f0 };
  },
};
