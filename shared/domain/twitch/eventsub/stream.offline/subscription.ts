import * as z from "zod";
import type { SubscriptionType } from "#domain/twitch/eventsub/subscription-type";

const payload = z.object({ broadcaster_user_id: z.string() });

export const streamOffline: SubscriptionType = {
  type: "stream.offline",
  version: "1",
  condition: (channel) => ({ broadcaster_user_id: channel }),
  scopes: {},
  parse(event) {
    payload.parse(event);
    return { is: "stream", live: false };
  },
};
