/** Membership: what somebody is in a group or channel, and what they may do there. */
import type { TelegramUser } from "./entities.ts";

export const memberStatuses = ["creator", "administrator", "member", "restricted", "left", "kicked"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** Rights as ChatMemberAdministrator and ChatMemberRestricted name them. */
export type Rights = Readonly<Record<string, boolean>>;

export interface Standing {
  readonly status: MemberStatus;
  readonly rights: Rights;
}

export const outside: Standing = { status: "left", rights: {} };

export const isThere = ({ status }: Standing) => status !== "left" && status !== "kicked";

export function isAdministrator({ status }: Standing): boolean {
  return status === "administrator" || status === "creator";
}

/** A right of administrators: nobody else has it. */
export function mayAsAdministrator(standing: Standing, right: string): boolean {
  if (standing.status === "creator") return true;
  return standing.status === "administrator" && (standing.rights[right] ?? usualRights[right] ?? false);
}

/** What people may do in a group unless they are restricted, such as `can_send_photos`. */
export function mayAsMember({ status, rights }: Standing, right: string): boolean {
  return status !== "restricted" || (rights[right] ?? rights["can_send_messages"] ?? true);
}

/** A ChatMember of the Bot API. */
export function chatMember(user: TelegramUser, { status, rights }: Standing) {
  const about = { status, user };
  switch (status) {
    case "creator":
      return { ...about, is_anonymous: false };
    case "administrator":
      return { ...about, ...usualRights, ...rights };
    case "restricted":
      return { ...about, is_member: true, until_date: 0, ...memberRights(rights) };
    case "kicked":
      return { ...about, until_date: 0 };
    default:
      return about;
  }
}

const usualRights: Rights = {
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
  can_manage_topics: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};

const sendingRights = [
  "can_send_messages",
  "can_send_audios",
  "can_send_documents",
  "can_send_photos",
  "can_send_videos",
  "can_send_video_notes",
  "can_send_voice_notes",
  "can_send_polls",
  "can_send_other_messages",
  "can_add_web_page_previews",
];

function memberRights(rights: Rights): Rights {
  const standing: Standing = { status: "restricted", rights };
  return Object.fromEntries(sendingRights.map((right) => [right, mayAsMember(standing, right)]));
}
