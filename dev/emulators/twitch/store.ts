/** Everything Twitch remembers, in memory. */
import { Channel } from "./channel.ts";
import { cast } from "./cast.ts";
import type { Reward, Subscription, User } from "./entities.ts";
import { seededRewards } from "./seeded-rewards.ts";
import { Tokens } from "./tokens.ts";

export interface StoreSettings {
  readonly clientId: string;
  readonly broadcaster: User;
  readonly bot: User;
  readonly now: () => number;
  readonly onTokenIssued?: (token: string) => void;
}

export class Store {
  readonly settings: StoreSettings;
  readonly #channels = new Map<string, Channel>();
  readonly #users = new Map<string, User>();
  /** Rewards that outlive a reset, by channel. */
  readonly #rewards = new Map<string, readonly Reward[]>();
  /** Channels the product has ever subscribed to, dead subscriptions included. */
  readonly everSubscribed = new Set<string>();
  readonly subscriptions = new Map<string, Subscription>();
  readonly tokens: Tokens;

  constructor(settings: StoreSettings) {
    this.settings = settings;
    this.tokens = new Tokens(settings.now, settings.onTokenIssued);
    this.#meetEverybody();
  }

  now(): number {
    return this.settings.now();
  }

  /** A channel comes into being when it is first named. */
  channel(broadcasterId: string): Channel {
    const known = this.#channels.get(broadcasterId);
    if (known) return known;

    const { bot, clientId } = this.settings;
    const broadcaster = this.findUser(broadcasterId) ?? this.meet(streamer(broadcasterId));
    const rewards = this.#rewards.get(broadcasterId) ?? seededRewards(broadcasterId, clientId);
    const channel = new Channel(broadcaster, bot, rewards);
    this.#channels.set(broadcasterId, channel);
    return channel;
  }

  get channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  hasChannel(broadcasterId: string): boolean {
    return this.#channels.has(broadcasterId);
  }

  meet(user: User): User {
    const { id, login, name } = user;
    const met = { id, login, name };
    this.#users.set(id, met);
    return met;
  }

  findUser(id: string): User | undefined {
    return this.#users.get(id);
  }

  findUserByLogin(login: string): User | undefined {
    return [...this.#users.values()].find((user) => user.login === login.toLowerCase());
  }

  /** Somebody of this id, even if nobody has heard of them yet. */
  user(id: string): User {
    return this.findUser(id) ?? this.meet({ id, login: `user${id}`, name: `user${id}` });
  }

  /**
   * People and channels are as at the start. Tokens, subscriptions and the rewards that a client id has made stay:
   * the product holds their other half, and nobody resets the product.
   */
  forgetPeople(): void {
    for (const { broadcaster, rewards } of this.channels) {
      this.#rewards.set(broadcaster.id, [...rewards.values()].filter(isMadeByClient));
    }
    this.#channels.clear();
    this.#users.clear();
    this.#meetEverybody();
  }

  #meetEverybody(): void {
    for (const user of [this.settings.broadcaster, this.settings.bot, ...cast]) this.meet(user);
  }
}

const isMadeByClient = ({ clientId }: Reward) => clientId !== null;

function streamer(id: string): User {
  return { id, login: `streamer${id}`, name: `Streamer${id}` };
}
