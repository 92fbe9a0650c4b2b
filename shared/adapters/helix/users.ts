import type { Chatter } from "#domain/twitch/chatter";
import * as z from "zod";
import type { ChatterId } from "#kernel/ids";
import { callHelix, type HelixAccess } from "./call.ts";

const answer = z.object({
  data: z.array(z.object({ id: z.string(), login: z.string(), display_name: z.string() })),
});

/** Up to 100 Twitch users by `id` or by `login`; who does not exist is left out. https://dev.twitch.tv/docs/api/reference/#get-users */
export async function getUsers(
  access: HelixAccess,
  by: "id" | "login",
  whom: readonly string[],
): Promise<Chatter[]> {
  const { data } = await callHelix(access, { as: "app", url: "users", query: { [by]: [...whom] } }, answer);
  return data.map(({ id, login, display_name }) => ({ id: id as ChatterId, login, name: display_name }));
}
