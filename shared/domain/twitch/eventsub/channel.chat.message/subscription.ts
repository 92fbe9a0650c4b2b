import * as z from "zod";
import type { ChatterId } from "#kernel/ids";
import { type Role, roles } from "#domain/twitch/eventsub/channel-event";
import type { SubscriptionType } from "#domain/twitch/eventsub/subscription-type";

const payload = z.object({
  broadcaster_user_id: z.string(),
  // Shared chat: set when the line was written in another channel.
  source_broadcaster_user_id: z.string().nullish(),
  chatter_user_id: z.string(),
  chatter_user_login: z.string(),
  chatter_user_name: z.string(),
  message_id: z.string(),
  message: z.object({ text: z.string() }),
  channel_points_custom_reward_id: z.string().nullish(),
  badges: z.array(z.object({ set_id: z.string() })).nullish(),
});

export const chatMessage: SubscriptionType = {
  type: "channel.chat.message",
  version: "1",
  condition: (channel, bot) => ({ broadcaster_user_id: channel, user_id: bot }),
  scopes: { bot: ["user:read:chat"], broadcaster: ["channel:bot"] },
  parse(event) {
    const said = payload.parse(event);
    const source = said.source_broadcaster_user_id;
    // A line of another channel in a shared chat is neither obeyed nor counted here.
    if (source && source !== said.broadcaster_user_id) return undefined;
    return {
      is: "chat",
      line: {
        id: said.message_id,
        chatter: {
          id: said.chatter_user_id as ChatterId,
          login: said.chatter_user_login,
          name: said.chatter_user_name,
        },
        text: said.message.text,
        roles: rolesOf(said.badges ?? []),
        forReward: Boolean(said.channel_points_custom_reward_id),
      },
    };
  },
};

const rolesOf = (badges: readonly { readonly set_id: string }[]): Role[] =>
  roles.filter((role) => badges.some(({ set_id }) => set_id === role));
