import type { Access } from "#domain/forwarder/chat";
import type { ChatMember, ChatPermissions } from "grammy/types";

interface Where {
  readonly isChannel: boolean;
  /** What everybody may do in a group. */
  readonly permissions: ChatPermissions | undefined;
  /** Whether the bot's privacy mode is off: https://core.telegram.org/bots/features#privacy-mode */
  readonly seesGroups: boolean;
}

/**
 * What the bot may do, by what Telegram says it is there. Messages of its own it may edit and delete wherever it may post:
 * https://core.telegram.org/bots/api#editmessagetext, https://core.telegram.org/bots/api#deletemessage
 */
export function accessOf(member: ChatMember, where: Where): Access {
  const { status } = member;
  if (status === "left" || status === "kicked") return { status, ...nothing };
  if (status === "restricted" && !member.is_member) return { status: "left", ...nothing };
  const canPost = mayPost(member, where);
  return {
    status,
    // A channel tells its posts to its administrators only, and a bot is nothing else there.
    canRead: isAdministrator(status) || (!where.isChannel && where.seesGroups),
    canPost,
    canEdit: canPost,
    canDelete: canPost,
    canPin: mayPin(member, where),
  };
}

export const isAdministrator = (status: Access["status"]): boolean =>
  status === "creator" || status === "administrator";

const nothing = { canRead: false, canPost: false, canEdit: false, canDelete: false, canPin: false };

function mayPost(member: ChatMember, { isChannel, permissions }: Where): boolean {
  if (member.status === "creator") return true;
  if (member.status === "administrator") return !isChannel || member.can_post_messages === true;
  if (member.status === "restricted") return member.can_send_messages;
  return !isChannel && permissions?.can_send_messages !== false;
}

/** https://core.telegram.org/bots/api#pinchatmessage */
function mayPin(member: ChatMember, { isChannel, permissions }: Where): boolean {
  if (member.status === "creator") return true;
  if (member.status === "administrator")
    return (isChannel ? member.can_edit_messages : member.can_pin_messages) === true;
  if (member.status === "restricted") return member.can_pin_messages;
  return !isChannel && permissions?.can_pin_messages === true;
}
