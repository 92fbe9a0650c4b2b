/** The scene: what people and Helix calls do to a channel, and who is told of it. */
import { randomUUID } from "node:crypto";
import { eventSubTimestamp, type Delivered } from "../../world/delivery.ts";
import type { Happenings } from "../../world/happenings.ts";
import { chatMessageEvent, broadcasterFields } from "./chat-message.ts";
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

  say(channel: Channel, line: ChatLine, rewardId: string | null = null): Promise<Delivered> {
    this.hear(channel, line);
    return this.tellLine(channel, line, rewardId);
  }

  /** Subscribers hear of a line that is on the screen already. */
  tellLine(channel: Channel, line: ChatLine, rewardId: string | null = null): Promise<Delivered> {
    const event = chatMessageEvent(this.store, channel, line, rewardId);
    return this.#notifications.announce("channel.chat.message", channel.broadcaster.id, event);
  }

  /** A line is on the screen, whoever else is told of it. */
  hear(channel: Channel, line: ChatLine): void {
    channel.hear(line);
    this.#happenings.tell("chat", { broadcasterId: channel.broadcaster.id, ...line });
  }

  redeem(channel: Channel, reward: Reward, user: User, input: string) {
    const redemption = this.#newRedemption(reward, user, input);
    this.keep(channel, redemption);
    const delivered = this.#announceRedemption("add", channel, redemption);
    if (reward.settings.is_user_input_required && input) {
      // What a viewer types into a reward is also read out in chat.
      void this.say(channel, { id: randomUUID(), user, text: input, at: redemption.redeemedAt }, reward.id);
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
    this.#happenings.tell("redemption", { broadcasterId: channel.broadcaster.id, ...redemption });
  }

  ban(channel: Channel, ban: Ban): void {
    channel.ban(ban);
    this.#tellTimeout(channel, ban.user, {
      endsAt: ban.endsAt,
      reason: ban.reason,
      moderator: ban.moderator,
    });
    void this.#notifications.announce("channel.ban", channel.broadcaster.id, {
      ...punished(channel, ban.user, ban.moderator),
      reason: ban.reason,
      banned_at: eventSubTimestamp(ban.createdAt),
      ends_at: ban.endsAt === null ? null : eventSubTimestamp(ban.endsAt),
      is_permanent: ban.endsAt === null,
    });
  }

  unban(channel: Channel, user: User, moderator: User): void {
    channel.unban(user.id);
    this.#tellTimeout(channel, user, { lifted: true, moderator });
    const event = punished(channel, user, moderator);
    void this.#notifications.announce("channel.unban", channel.broadcaster.id, event);
  }

  #tellTimeout(channel: Channel, user: User, rest: Readonly<Record<string, unknown>>): void {
    this.#happenings.tell("timeout", { broadcasterId: channel.broadcaster.id, user, ...rest });
  }

  #announceRedemption(
    change: "add" | "update",
    channel: Channel,
    redemption: Redemption,
  ): Promise<Delivered> {
    return this.#notifications.announce(
      `channel.channel_points_custom_reward_redemption.${change}`,
      channel.broadcaster.id,
      redemptionEvent(channel, redemption),
    );
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

function punished({ broadcaster }: Channel, user: User, moderator: User) {
  return {
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    ...broadcasterFields(broadcaster),
    moderator_user_id: moderator.id,
    moderator_user_login: moderator.login,
    moderator_user_name: moderator.name,
  };
}
