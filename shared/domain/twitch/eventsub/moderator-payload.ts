import * as z from "zod";
import type { ChatterId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";

/** https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-moderator-add-event */
const payload = z.object({ user_id: z.string().min(1), user_login: z.string(), user_name: z.string() });

export function moderatorIn(event: unknown): Chatter {
  const { user_id, user_login, user_name } = payload.parse(event);
  return { id: user_id as ChatterId, login: user_login, name: user_name };
}
