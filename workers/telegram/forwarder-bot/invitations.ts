import { Composer } from "grammy";
import { described } from "#kernel/log";
import { Unusable } from "#domain/forwarder/refusals/refusals";
import { type BotContext, channelsOf, forwarderOf, mappingsOf } from "./conversation.ts";

/** The bot is invited, promoted, restricted or removed: from then on the panel knows the chat, or what is wrong with it. */
export const invitations = new Composer<BotContext>();

invitations.on("my_chat_member", async (ctx) => {
  try {
    const checked = await channelsOf(ctx).told(ctx.myChatMember);
    if (!checked) return;
    const { chat } = checked;
    const { total } = await mappingsOf(ctx).list({ page: 1, pageSize: 1, source: chat.id });
    await forwarderOf(ctx).seen(chat, total > 0);
  } catch (error) {
    // Removed again before it was looked at: that is told as well.
    if (!(error instanceof Unusable)) throw error;
    ctx.house.log.info("forwarder.not-there", described(error));
  }
});
