import * as z from "zod";
import type { ChatterId } from "#kernel/ids";
import type { Chatter } from "#domain/twitch/chatter";

/** A person as most Helix lists spell them. */
export const wireUser = z.object({ user_id: z.string(), user_login: z.string(), user_name: z.string() });

export const asChatter = ({ user_id, user_login, user_name }: z.infer<typeof wireUser>): Chatter => ({
  id: user_id as ChatterId,
  login: user_login,
  name: user_name,
});
