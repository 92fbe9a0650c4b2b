import * as z from "zod";
import type { AppSubscriptionType } from "#domain/twitch/eventsub/subscription-type";

// Login and name are null where the account is gone.
const payload = z.object({ user_id: z.string().min(1) });

export const authorizationRevoke: AppSubscriptionType = {
  type: "user.authorization.revoke",
  version: "1",
  condition: (clientId) => ({ client_id: clientId }),
  parse: (event) => ({ userId: payload.parse(event).user_id }),
};
