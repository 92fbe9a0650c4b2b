/** Chats: what a bot may learn of them. */
import type { Conversation, MemberStatus } from "../conversation.ts";
import { badRequest } from "../telegram-error.ts";
import type { Asked, Methods } from "./method.ts";
import { chatAsked } from "./place.ts";

export const chats: Methods = {
  getChat: (asked) => ({ ...chatAsked(asked).chat, accent_color_id: 0, max_reaction_count: 11 }),

  getChatMember(asked) {
    const conversation = chatAsked(asked);
    const userId = asked.parameters.integer("user_id");
    if (userId === undefined) throw badRequest("invalid user_id specified");
    return memberOf(asked, userId, statusOf(conversation, userId));
  },

  getChatAdministrators(asked) {
    const conversation = chatAsked(asked);
    if (conversation.isPrivate) throw badRequest("there are no administrators in the private chat");
    return [...conversation.members]
      .filter(([, status]) => status === "administrator" || status === "creator")
      .map(([userId, status]) => memberOf(asked, userId, status));
  },

  getChatMemberCount: (asked) => chatAsked(asked).members.size,
};

function statusOf({ isPrivate, members }: Conversation, userId: number): MemberStatus {
  return members.get(userId) ?? (isPrivate ? "member" : "left");
}

function memberOf({ telegram }: Asked, userId: number, status: MemberStatus) {
  const user = telegram.store.user(userId);
  return {
    status,
    user,
    ...(status === "administrator" && rights),
    ...(status === "creator" && { is_anonymous: false }),
  };
}

const rights = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_pin_messages: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};
