/** A channel: who is in its chat, what was said, who is banned, and what may be redeemed. */
import { cast } from "./cast.ts";
import type { Ban, Chatter, ChatLine, Redemption, Reward, User } from "./entities.ts";
import { seededRewards } from "./seeded-rewards.ts";

const linesKept = 500;

export class Channel {
  readonly broadcaster: User;
  readonly bot: User;
  readonly rewards = new Map<string, Reward>();
  /** Oldest first. */
  readonly redemptions = new Map<string, Redemption>();
  readonly chatters = new Map<string, Chatter>();
  readonly #bans = new Map<string, Ban>();
  #chat: readonly ChatLine[] = [];

  constructor(broadcaster: User, bot: User, clientId: string) {
    this.broadcaster = broadcaster;
    this.bot = bot;
    this.seat([{ ...broadcaster, roles: [] }, { ...bot, roles: ["moderator"] }, ...cast]);
    for (const reward of seededRewards(broadcaster.id, clientId)) this.rewards.set(reward.id, reward);
  }

  get chat(): readonly ChatLine[] {
    return this.#chat;
  }

  /** From now on these and nobody else are in chat. */
  seat(chatters: readonly Chatter[]): void {
    this.chatters.clear();
    for (const chatter of chatters) this.chatters.set(chatter.id, chatter);
  }

  hear(line: ChatLine): void {
    this.#chat = [...this.#chat.slice(1 - linesKept), line];
  }

  /** The bot is a moderator even where it is not seated. */
  get moderators(): User[] {
    const seated = [...this.chatters.values()].filter(({ roles }) => roles.includes("moderator"));
    return seated.some(({ id }) => id === this.bot.id) ? seated : [this.bot, ...seated];
  }

  mayModerate(userId: string): boolean {
    return userId === this.broadcaster.id || this.moderators.some(({ id }) => id === userId);
  }

  /** The newest word counts, even where it shortens a timeout: so does Twitch. */
  ban(ban: Ban): void {
    this.#bans.set(ban.user.id, ban);
  }

  unban(userId: string): void {
    this.#bans.delete(userId);
  }

  bans(now: number): Ban[] {
    return [...this.#bans.values()].filter(({ endsAt }) => endsAt === null || endsAt > now);
  }

  banOf(userId: string, now: number): Ban | undefined {
    return this.bans(now).find(({ user }) => user.id === userId);
  }

  rewardNamed(name: string): Reward | undefined {
    return (
      this.rewards.get(name) ??
      [...this.rewards.values()].find(({ key, settings }) => key === name || settings.title === name)
    );
  }
}
