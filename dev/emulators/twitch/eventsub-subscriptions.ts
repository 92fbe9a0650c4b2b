/** Helix, EventSub: who wants to hear of what, and whether they answer at their address. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import * as z from "zod";
import { isLoopback } from "../../world/loopback.ts";
import type { HelixEnv } from "./access.ts";
import { isAuthorized } from "./eventsub-types.ts";
import type { Subscription } from "./entities.ts";
import { HelixError } from "./helix-error.ts";
import { bodyOf, type HelixContext, pageOf, requiredQuery } from "./helix-request.ts";
import { channelOfCondition, type Notifications, onTheWire } from "./notifications.ts";
import type { Store } from "./store.ts";

const subscriptionSchema = z.object({
  type: z.string().min(1),
  version: z.string().min(1),
  condition: z.record(z.string(), z.string()),
  transport: z.object({
    method: z.literal("webhook"),
    callback: z.url({ protocol: /^https?$/ }),
    secret: z
      .string()
      .min(10)
      .max(100)
      .regex(/^[\x20-\x7e]+$/),
  }),
});

const mostEqual = 3;

export function eventSubRoutes(store: Store, notifications: Notifications) {
  const routes = new Hono<HelixEnv>();

  routes.get("/", (c) => {
    // A user token sees what it has asked for over a socket, and there are no sockets here.
    const { clientId, user } = c.var.caller;
    const all = [...store.subscriptions.values()].filter((each) => !user && each.clientId === clientId);
    const { items, pagination } = pageOf(c, all.filter(asked(c)), { usual: 100, most: 100 });
    return c.json({ ...totals(all), data: items.map(onTheWire), pagination });
  });

  routes.post("/", async (c) => {
    c.var.caller.needApp();
    const subscription = created(c, await bodyOf(c, subscriptionSchema));
    checkUnique(subscription);
    store.subscriptions.set(subscription.id, subscription);
    const broadcasterId = channelOfCondition(subscription.condition);
    if (broadcasterId !== undefined) store.everSubscribed.add(broadcasterId);

    void verify(subscription);
    const all = [...store.subscriptions.values()];
    return c.json({ data: [onTheWire(subscription)], ...totals(all) }, 202);
  });

  routes.delete("/", (c) => {
    const id = requiredQuery(c, "id");
    if (!store.subscriptions.delete(id)) throw new HelixError(404, "subscription not found");
    return c.body(null, 204);
  });

  function created(c: HelixContext, request: z.infer<typeof subscriptionSchema>): Subscription {
    const { type, version, condition, transport } = request;
    const { clientId } = c.var.caller;
    const broadcasterId = channelOfCondition(condition) ?? "";
    checkCallback(transport.callback);
    if (!isAuthorized(store, { clientId, type, condition })) {
      throw new HelixError(403, "subscription missing proper authorization");
    }
    return {
      id: randomUUID(),
      clientId,
      type,
      version,
      status: "webhook_callback_verification_pending",
      condition,
      callback: transport.callback,
      secret: transport.secret,
      cost: store.tokens.hasConsented(clientId, broadcasterId) ? 0 : 1,
      createdAt: store.now(),
    };
  }

  // The same address may be told once, and no more than three addresses may be told the same.
  function checkUnique(subscription: Subscription): void {
    const equal = [...store.subscriptions.values()].filter(
      (each) => isAlive(each) && sameWish(each, subscription),
    );
    if (equal.length >= mostEqual || equal.some(({ callback }) => callback === subscription.callback)) {
      throw new HelixError(409, "subscription already exists");
    }
  }

  async function verify(subscription: Subscription): Promise<void> {
    const challenge = randomUUID();
    const body = JSON.stringify({ challenge, subscription: onTheWire(subscription) });
    const message = {
      ...notifications.messageFor(subscription, body),
      type: "webhook_callback_verification" as const,
    };
    const answer = await notifications.deliverOnce(
      message,
      channelOfCondition(subscription.condition) ?? null,
    );
    const status =
      answer.status === 200 && answer.body === challenge ? "enabled" : "webhook_callback_verification_failed";
    // It may have been deleted, or all forgotten, while the callback was thinking.
    if (store.subscriptions.has(subscription.id)) {
      store.subscriptions.set(subscription.id, { ...subscription, status });
    }
  }

  return routes;
}

function asked(c: HelixContext): (subscription: Subscription) => boolean {
  const { status, type, user_id: userId, subscription_id: id } = c.req.query();
  if ([status, type, userId, id].filter((filter) => filter !== undefined).length > 1) {
    throw new HelixError(400, "The query parameters status, type, user_id and subscription_id are exclusive");
  }
  return (subscription) =>
    (status === undefined || subscription.status === status) &&
    (type === undefined || subscription.type === type) &&
    (userId === undefined || Object.values(subscription.condition).includes(userId)) &&
    (id === undefined || subscription.id === id);
}

function totals(all: readonly Subscription[]) {
  const cost = all.filter(isAlive).reduce((sum, each) => sum + each.cost, 0);
  return { total: all.length, total_cost: cost, max_total_cost: 10_000 };
}

function isAlive({ status }: Subscription): boolean {
  return ["enabled", "webhook_callback_verification_pending"].includes(status);
}

function sameWish(one: Subscription, other: Subscription): boolean {
  return wishOf(one) === wishOf(other);
}

function wishOf({ type, version, condition }: Subscription): string {
  return JSON.stringify([
    type,
    version,
    Object.entries(condition)
      .filter(([, value]) => value)
      .toSorted(),
  ]);
}

// Twitch wants https on port 443; on this machine plain http is as good.
function checkCallback(callback: string): void {
  const { protocol, port, hostname } = new URL(callback);
  if (!isLoopback(hostname) && (protocol !== "https:" || port !== "")) {
    throw new HelixError(400, "callback must be a valid https URL on port 443");
  }
}
