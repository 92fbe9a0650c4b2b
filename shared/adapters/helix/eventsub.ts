import * as z from "zod";
import { UpstreamError } from "#kernel/errors";
import type { Secret } from "#kernel/secret";
import { callHelix, everyPage, type HelixAccess } from "./call.ts";

export interface WantedSubscription {
  readonly type: string;
  readonly version: string;
  readonly condition: Readonly<Record<string, string>>;
}

export interface Webhook {
  readonly callback: string;
  readonly secret: Secret;
}

const subscription = z.object({
  id: z.string(),
  status: z.string(),
  type: z.string(),
  version: z.string(),
  condition: z.record(z.string(), z.unknown()),
  transport: z.object({ method: z.string(), callback: z.string().nullish() }),
});

export type Subscription = z.infer<typeof subscription>;

/** Subscriptions of this client id: those that concern a user, or those of a type. https://dev.twitch.tv/docs/api/reference/#get-eventsub-subscriptions */
export const getSubscriptions = (
  access: HelixAccess,
  query: { readonly user_id: string } | { readonly type: string },
) => everyPage(access, { as: "app", url: "eventsub/subscriptions", query: { ...query } }, 100, subscription);

/** Asks Twitch to notify us; one that exists already is as good. https://dev.twitch.tv/docs/api/reference/#create-eventsub-subscription */
export async function createSubscription(
  access: HelixAccess,
  { type, version, condition }: WantedSubscription,
  { callback, secret }: Webhook,
): Promise<void> {
  const jsonBody = {
    type,
    version,
    condition,
    transport: { method: "webhook", callback, secret: secret.reveal() },
  };
  try {
    await callHelix(
      access,
      { as: "app", url: "eventsub/subscriptions", method: "POST", jsonBody },
      z.unknown(),
    );
  } catch (error) {
    if (!(error instanceof UpstreamError && error.status === 409)) throw error;
  }
}

/** https://dev.twitch.tv/docs/api/reference/#delete-eventsub-subscription */
export async function deleteSubscription(access: HelixAccess, id: string): Promise<void> {
  const call = { as: "app", url: "eventsub/subscriptions", method: "DELETE", query: { id } } as const;
  await callHelix(access, call, z.unknown());
}
