/** A channel: who is in its chat, what was said, who is banned, what may be redeemed, and whether it is live. */
import { cast } from "./cast.ts";
import type { Ban, Chatter, ChatLine, Redemption, Reward, Role, Stream, User } from "./entities.ts";

const linesKept = 500;

export class Channel {
  readonly broadcaster: User;
  readonly bot: User;
  readonly rewards = new Map<string, Reward>();
  /** Oldest first. */
  readonly redemptions = new Map<string, Redemption>();
  readonly #chatters = new Map<string, Chatter>();
  /** Everybody who was ever in chat: whoever leaves it does not stop being a moderator. */
  readonly #known = new Map<string, Chatter>();
  readonly #bans = new Map<string, Ban>();
  #chat: readonly ChatLine[] = [];
  #stream: Stream | null = null;
  #endedAt = -Infinity;

  constructor(broadcaster: User, bot: User, rewards: readonly Reward[]) {
    this.broadcaster = broadcaster;
    this.bot = bot;
    this.seat([{ ...broadcaster, roles: [] }, { ...bot, roles: ["moderator"] }, ...cast]);
    for (const reward of rewards) this.rewards.set(reward.id, reward);
  }

  get chat(): readonly ChatLine[] {
    return this.#chat;
  }

  /** Who is in chat. */
  get chatters(): readonly Chatter[] {
    return [...this.#chatters.values()];
  }

  chatter(userId: string): Chatter | undefined {
    return this.#chatters.get(userId);
  }

  /** From now on these and nobody else are in chat. */
  seat(chatters: readonly Chatter[]): void {
    this.#chatters.clear();
    for (const chatter of chatters) this.enter(chatter);
  }

  enter(chatter: Chatter): void {
    this.#chatters.set(chatter.id, chatter);
    this.#known.set(chatter.id, chatter);
  }

  /** Roles of somebody in chat or away. */
  giveRoles({ id, login, name }: User, roles: readonly Role[]): void {
    const chatter = { id, login, name, roles };
    this.#known.set(id, chatter);
    if (this.#chatters.has(id)) this.#chatters.set(id, chatter);
  }

  rolesOf(userId: string): readonly Role[] {
    return this.#known.get(userId)?.roles ?? [];
  }

  hear(line: ChatLine): void {
    this.#chat = [...this.#chat.slice(1 - linesKept), line];
  }

  get moderators(): User[] {
    return [...this.#known.values()]
      .filter(({ roles }) => roles.includes("moderator"))
      .map(({ id, login, name }) => ({ id, login, name }));
  }

  mayModerate(userId: string): boolean {
    return userId === this.broadcaster.id || this.rolesOf(userId).includes("moderator");
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

  /** By its id, by its short name, or by its title in any letter case. */
  rewardNamed(name: string): Reward | undefined {
    const all = [...this.rewards.values()];
    const isTitled = ({ settings }: Reward) => settings.title.toLowerCase() === name.toLowerCase();
    return this.rewards.get(name) ?? all.find(({ key }) => key === name) ?? all.find(isTitled);
  }

  get stream(): Stream | null {
    return this.#stream;
  }

  /** A stream that has ended since it began does not begin again: its news came late. */
  goLive(stream: Stream): void {
    if (stream.startedAt >= this.#endedAt) this.#stream = stream;
  }

  goOffline(at: number): void {
    this.#stream = null;
    this.#endedAt = at;
  }
}
