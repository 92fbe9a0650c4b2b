import * as z from "zod";
import type { ChannelId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";
import { callHelix, everyPage, type HelixAccess } from "./call.ts";
import { asChatter, wireUser } from "./wire-user.ts";

const answer = z.object({
  data: z.tuple([
    z.object({
      message_id: z.string(),
      is_sent: z.boolean(),
      drop_reason: z.object({ code: z.string(), message: z.string() }).nullish(),
    }),
  ]),
});

export type Sent =
  | { readonly sent: true }
  /** `tooFast`: the account has said too much of late, here or elsewhere; later it may. */
  | { readonly sent: false; readonly why: string; readonly tooFast: boolean };

/**
 * Says a line as the bot. The app access token gives it the bot badge.
 * 200 does not mean said: Twitch may drop the line and tell why. https://dev.twitch.tv/docs/api/reference/#send-chat-message
 */
export async function sendChatMessage(
  access: HelixAccess,
  channel: ChannelId,
  message: string,
): Promise<Sent> {
  const bot = await access.credentials.token("bot");
  const jsonBody = { broadcaster_id: channel, sender_id: bot.userId, message };
  const { data } = await callHelix(
    access,
    { as: "app", url: "chat/messages", method: "POST", jsonBody },
    answer,
  );
  const [{ is_sent, drop_reason }] = data;
  if (is_sent) return { sent: true };
  const { code, message: words } = drop_reason ?? { code: "dropped", message: "Twitch does not say why" };
  // The codes are not documented, on purpose: https://github.com/twitchdev/issues/issues/962
  return { sent: false, why: `${code}: ${words}`, tooFast: /rate_?limit/i.test(code) };
}

/** Everybody in chat, all pages. The list lags a little behind. https://dev.twitch.tv/docs/api/reference/#get-chatters */
export async function getChatters(access: HelixAccess, channel: ChannelId): Promise<Chatter[]> {
  const bot = await access.credentials.token("bot");
  const query = { broadcaster_id: channel, moderator_id: bot.userId };
  const chatters = await everyPage(access, { as: "bot", url: "chat/chatters", query }, 1_000, wireUser);
  return chatters.map(asChatter);
}
