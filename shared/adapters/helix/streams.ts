import * as z from "zod";
import type { ChannelId } from "#kernel/ids";
import { callHelix, type HelixAccess } from "./call.ts";

/** Whether the channel is on air. https://dev.twitch.tv/docs/api/reference/#get-streams */
export async function isLive(access: HelixAccess, channel: ChannelId): Promise<boolean> {
  const call = { as: "app", url: "streams", query: { user_id: channel } } as const;
  const { data } = await callHelix(access, call, z.object({ data: z.array(z.unknown()) }));
  return data.length > 0;
}
