import type { ChatAdministratorRights, KeyboardButton } from "grammy/types";
import { text } from "#kernel/text";
import { type BotContext, sayingTo } from "./conversation.ts";

/** What a channel's picker makes the bot there: https://core.telegram.org/bots/api#keyboardbuttonrequestchat */
const rights: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_post_messages: true,
  can_edit_messages: true,
  can_pin_messages: true,
  can_send_welcome_messages: false,
};

/** Telegram's own list of the administrator's chats. It adds the bot to the one that is chosen. */
export async function offerPicker(ctx: BotContext): Promise<void> {
  const say = sayingTo(ctx);
  const picker = (key: string, chat_is_channel: boolean): KeyboardButton => ({
    text: say(text(key)),
    request_chat: chat_is_channel
      ? {
          request_id: 1,
          chat_is_channel,
          user_administrator_rights: { ...rights, can_promote_members: true },
          bot_administrator_rights: rights,
        }
      : { request_id: 2, chat_is_channel, bot_is_member: true },
  });
  await ctx.reply(say(text("forwarder-picker")), {
    reply_markup: {
      keyboard: [[picker("forwarder-picker-channel", true)], [picker("forwarder-picker-group", false)]],
      resize_keyboard: true,
      one_time_keyboard: true,
    },
  });
}
