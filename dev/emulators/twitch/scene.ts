/** The scene: what people and Helix calls do to a channel, and who is told of it. */
import { randomUUID } from "node:crypto";
import { eventSubTimestamp, type Delivered } from "../../world/delivery.ts";
import type { HappeningName, Happenings } from "../../world/happenings.ts";
import type { PlainObject } from "../../world/plain-object.ts";
import { chatMessageEvent, broadcasterFields, type Undertones } from "./chat-message.ts";
import type { Channel } from "./channel.ts";
import type { Ban, ChatLine, Redemption, RedemptionStatus, Reward, User } from "./entities.ts";
import type { Notifications } from "./notifications.ts";
import { redemptionEvent } from "./redemption-event.ts";
import type { Store } from "./store.ts";

export interface SceneParts {
  readonly store: Store;
  readonly notifications: Notifications;
  readonly happenings: Happenings;
}

export class Scene {
  readonly store: Store;
  readonly #notifications: Notifications;
  readonly #happenings: Happenings;

  constructor({ store, notifications, happenings }: SceneParts) {
    this.store = store;
    this.#notifications = notifications;
    this.#happenings = happenings;
  }

  /** The page sees it at once. */
  show(name: HappeningName, { broadcaster }: Channel, details: PlainObject): void {
    this.#happenings.tell(name, { broadcasterId: broadcaster.id, ...details });
  }

  /** Whoever has subscribed to it in this channel is told. */
  announce(type: string, { broadcaster }: Channel, details: PlainObject): Promise<Delivered> {
    const event = { ...broadcasterFields(broadcaster), ...details };
    return this.#notifications.announce(type, broadcaster.id, event);
  }

  say(channel: Channel, line: ChatLine, undertones?: Undertones): Promise<Delivered> {
    this.hear(channel, line);
    return this.tellLine(channel, line, undertones);
  }

  /** Subscribers hear of a line that is on the screen already. */
  tellLine(channel: Channel, line: ChatLine, undertones?: Undertones): Promise<Delivered> {
    const event = chatMessageEvent(this.store, channel, line, undertones);
    return this.announce("channel.chat.message", channel, event);
  }

  /** A line is on the screen, whoever else is told of it. */
  hear(channel: Channel, line: ChatLine): void {
    channel.hear(line);
    this.show("chat", channel, { ...line });
  }

  redeem(channel: Channel, reward: Reward, user: User, typed: string) {
    // A reward that asks for nothing has no field to type into.
    const input = reward.settings.is_user_input_required ? typed : "";
    const redemption = this.#newRedemption(reward, user, input);
    this.keep(channel, redemption);
    const delivered = this.#announceRedemption("add", channel, redemption);
    if (input) {
      // What a viewer types into a reward is also read out in chat.
      const line = { id: randomUUID(), user, text: input, at: redemption.redeemedAt };
      void this.say(channel, line, { rewardId: reward.id });
    }
    return { redemption, delivered };
  }

  settle(channel: Channel, redemption: Redemption, status: RedemptionStatus): Redemption {
    const settled = { ...redemption, status };
    this.keep(channel, settled);
    void this.#announceRedemption("update", channel, settled);
    return settled;
  }

  keep(channel: Channel, redemption: Redemption): void {
    channel.redemptions.set(redemption.id, redemption);
    this.show("redemption", channel, { ...redemption });
  }

  ban(channel: Channel, ban: Ban): void {
    channel.ban(ban);
    const { user, moderator, reason, createdAt, endsAt } = ban;
    this.show("timeout", channel, { user, endsAt, reason, moderator });
    void this.announce("channel.ban", channel, {
      ...punished(user, moderator),
      reason,
      banned_at: eventSubTimestamp(createdAt),
      ends_at: endsAt === null ? null : eventSubTimestamp(endsAt),
      is_permanent: endsAt === null,
    });
  }

  unban(channel: Channel, user: User, moderator: User): void {
    channel.unban(user.id);
    this.show("timeout", channel, { user, lifted: true, moderator });
    void this.announce("channel.unban", channel, punished(user, moderator));
  }

  #announceRedemption(
    change: "add" | "update",
    channel: Channel,
    redemption: Redemption,
  ): Promise<Delivered> {
    const type = `channel.channel_points_custom_reward_redemption.${change}`;
    return this.announce(type, channel, redemptionEvent(channel, redemption));
  }

  #newRedemption({ id, settings }: Reward, user: User, input: string): Redemption {
    const { title, cost, prompt, should_redemptions_skip_request_queue: skipsQueue } = settings;
    return {
      id: randomUUID(),
      user,
      reward: { id, title, cost, prompt },
      input,
      status: skipsQueue ? "FULFILLED" : "UNFULFILLED",
      redeemedAt: this.store.now(),
    };
  }
}

function punished(user: User, moderator: User) {
  return {
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    moderator_user_id: moderator.id,
    moderator_user_login: moderator.login,
    moderator_user_name: moderator.name,
  };
}
