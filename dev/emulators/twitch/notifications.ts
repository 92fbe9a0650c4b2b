/** Notifications: who hears of an event, and in which words. */
import { randomUUID } from "node:crypto";
import { type Delivered, type Delivery, eventSubTimestamp, type Message } from "../../world/delivery.ts";
import type { Happenings } from "../../world/happenings.ts";
import { isLoopback } from "../../world/loopback.ts";
import { isPlainObject, type PlainObject } from "../../world/plain-object.ts";
import type { Subscription } from "./entities.ts";
import type { Store } from "./store.ts";

export interface NotificationParts {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly happenings: Happenings;
  readonly webhookOrigin: () => string;
  readonly eventSubSecret: string;
}

export class Notifications {
  readonly #parts: NotificationParts;

  constructor(parts: NotificationParts) {
    this.#parts = parts;
  }

  /** Tells every subscriber, with retries; resolves with what the first of them answered at first. */
  async announce(type: string, broadcasterId: string, event: PlainObject): Promise<Delivered> {
    const heard = this.#listening(type, broadcasterId, event).map((subscription) =>
      this.#deliver(subscription, broadcasterId, event),
    );
    return (await heard[0]) ?? { status: 0, body: "", error: `Nobody is subscribed to ${type} here` };
  }

  /** The same, of what concerns no channel but the app. */
  async announceToApp(type: string, event: PlainObject): Promise<void> {
    const told = [...this.#parts.store.subscriptions.values()]
      .filter((each) => each.type === type && each.status === "enabled")
      .filter(({ condition }) => condition["client_id"] === event["client_id"])
      .map((subscription) => this.#deliver(subscription, null, event));
    await Promise.all(told);
  }

  /** Takes subscriptions away, and says so to each callback. */
  async revoke(subscriptions: readonly Subscription[], status: string): Promise<Subscription[]> {
    const revoked = subscriptions.map((each) => ({ ...each, status }));
    for (const each of revoked) this.#parts.store.subscriptions.set(each.id, each);
    const told = revoked.map((each) => {
      const body = JSON.stringify({ subscription: onTheWire(each) });
      const message = { ...this.messageFor(each, body), type: "revocation" };
      return this.deliverOnce(message, channelOfCondition(each.condition) ?? null);
    });
    await Promise.all(told);
    return revoked;
  }

  async deliverOnce(message: Message, broadcasterId: string | null): Promise<Delivered> {
    return this.#told(message, broadcasterId, await this.#parts.delivery.deliverOnce(message));
  }

  /** The product's own subscription, or a likeness of it at the usual address. */
  subscriptionFor(type: string, version: string, condition: Subscription["condition"]): Subscription {
    const broadcasterId = channelOfCondition(condition);
    const own = this.#enabled(type, broadcasterId).find(
      (each) => each.condition["client_id"] === condition["client_id"],
    );
    return own ?? this.#usual(type, version, condition);
  }

  messageFor(subscription: Subscription, body: string): Message {
    return {
      id: randomUUID(),
      type: "notification",
      timestamp: eventSubTimestamp(this.#parts.store.now()),
      subscription,
      body,
      callback: this.#reachable(subscription.callback),
      secret: subscription.secret,
    };
  }

  async #deliver(
    subscription: Subscription,
    broadcasterId: string | null,
    event: PlainObject,
  ): Promise<Delivered> {
    const message = this.messageFor(
      subscription,
      JSON.stringify({ subscription: onTheWire(subscription), event }),
    );
    return this.#told(message, broadcasterId, await this.#parts.delivery.deliverWithRetries(message));
  }

  #told(message: Message, broadcasterId: string | null, delivered: Delivered): Delivered {
    const { type } = message.subscription;
    this.#parts.happenings.tell("notification", { broadcasterId, type, messageId: message.id, ...delivered });
    return delivered;
  }

  #listening(type: string, broadcasterId: string, event: PlainObject): Subscription[] {
    const subscribed = this.#enabled(type, broadcasterId).filter((each) => wantsReward(each, event));
    if (subscribed.length > 0 || this.#parts.store.everSubscribed.has(broadcasterId)) return subscribed;
    // Until the product subscribes for itself, it hears what viewers do: the page should work at once.
    const condition = usualConditions[type]?.(broadcasterId, this.#parts.store.settings.bot.id);
    return condition ? [this.#usual(type, "1", condition)] : [];
  }

  #enabled(type: string, broadcasterId: string | undefined): Subscription[] {
    return [...this.#parts.store.subscriptions.values()].filter(
      (each) =>
        each.type === type &&
        each.status === "enabled" &&
        channelOfCondition(each.condition) === broadcasterId,
    );
  }

  #usual(type: string, version: string, condition: Subscription["condition"]): Subscription {
    const { store, webhookOrigin, eventSubSecret } = this.#parts;
    return {
      id: randomUUID(),
      clientId: store.settings.clientId,
      type,
      version,
      status: "enabled",
      condition,
      callback: `${webhookOrigin()}/twitch/eventsub`,
      secret: eventSubSecret,
      cost: 0,
      createdAt: store.now(),
    };
  }

  // Nothing leaves this machine: a callback elsewhere is found at the product's local address.
  #reachable(callback: string): string {
    const url = new URL(callback);
    if (isLoopback(url.hostname)) return callback;
    return this.#parts.webhookOrigin() + url.pathname + url.search;
  }
}

const usualConditions: Readonly<
  Record<string, (broadcasterId: string, botId: string) => Subscription["condition"]>
> = {
  "channel.chat.message": (broadcaster_user_id, user_id) => ({ broadcaster_user_id, user_id }),
  "channel.channel_points_custom_reward_redemption.add": (broadcaster_user_id) => ({ broadcaster_user_id }),
};

/** A subscription as Helix lists it and as every message carries it: without its secret. */
export function onTheWire(subscription: Subscription) {
  const { id, status, type, version, condition, callback, cost, createdAt } = subscription;
  return {
    id,
    status,
    type,
    version,
    condition,
    created_at: eventSubTimestamp(createdAt),
    transport: { method: "webhook", callback },
    cost,
  };
}

export function channelOfCondition(condition: Subscription["condition"]): string | undefined {
  return condition["broadcaster_user_id"] ?? condition["to_broadcaster_user_id"];
}

function wantsReward({ condition }: Subscription, event: PlainObject): boolean {
  const wanted = condition["reward_id"];
  const reward = event["reward"];
  return !wanted || (isPlainObject(reward) && reward["id"] === wanted);
}
