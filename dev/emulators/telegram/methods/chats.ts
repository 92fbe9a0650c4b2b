/** Chats: what a bot may learn of them. */
import { chatMember, isAdministrator } from "../membership.ts";
import { badRequest } from "../telegram-error.ts";
import type { Methods } from "./method.ts";
import { chatAsked } from "./place.ts";

export const chats: Methods = {
  getChat(asked) {
    const { chat, isProtected, discussion } = chatAsked(asked);
    return {
      ...chat,
      accent_color_id: 0,
      max_reaction_count: 11,
      ...(isProtected && { has_protected_content: true }),
      ...(discussion && { linked_chat_id: discussion.chat.id }),
    };
  },

  getChatMember(asked) {
    const { store } = asked.telegram;
    const conversation = chatAsked(asked);
    const userId = asked.parameters.integer("user_id");
    if (userId === undefined) throw badRequest("invalid user_id specified");
    return chatMember(store.user(userId), conversation.standingOf(userId));
  },

  getChatAdministrators(asked) {
    const { store } = asked.telegram;
    const conversation = chatAsked(asked);
    if (conversation.isPrivate) throw badRequest("there are no administrators in the private chat");
    return [...conversation.members.keys()]
      .map((userId) => ({ user: store.user(userId), standing: conversation.standingOf(userId) }))
      .filter(({ standing }) => isAdministrator(standing))
      .map(({ user, standing }) => chatMember(user, standing));
  },

  getChatMemberCount: (asked) => chatAsked(asked).members.size,
};
