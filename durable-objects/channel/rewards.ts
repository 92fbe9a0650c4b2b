import { UpstreamError } from "#kernel/errors";
import type { ChannelId, RewardId } from "#kernel/ids";
import type { HelixAccess } from "#adapters/helix/call";
import {
  createReward,
  getOwnRewards,
  type OwnReward,
  type RewardChange,
  updateReward,
} from "#adapters/helix/channel-points";
import { rewardDesigns } from "#domain/twitch/features/index";
import type { RewardDesign } from "#domain/twitch/features/feature";
import type { PausedWhile } from "#domain/twitch/paused-while";
import type { Memory } from "./memory.ts";

export interface RewardNeeds {
  readonly channel: ChannelId;
  readonly access: HelixAccess;
  readonly memory: Memory;
  /** Why nobody is to spend points on a reward just now; undefined: everybody may. */
  readonly pausedWhile: (key: string) => PausedWhile | undefined;
}

/** What a person has changed of each reward, by its key: it counts again should the reward have to be made anew. */
type Wishes = Readonly<Record<string, RewardChange>>;

/**
 * The channel's rewards at Twitch. A reward is known by its id, whatever its title has become; the title counts only for
 * rewards of our own that a crash made us forget before their id was written down. Whatever changes them does so one
 * after the other, so that none is made twice and no pause is taken for a person's.
 */
export class Rewards {
  readonly #needs: RewardNeeds;
  #last: Promise<unknown> = Promise.resolve();

  constructor(needs: RewardNeeds) {
    this.#needs = needs;
  }

  /** Finds or makes the reward of every key. Answers what a person has to see to. */
  setUp(): Promise<readonly string[]> {
    return this.#afterTheLast(async () => {
      const problems = await this.#findOrMake();
      await this.#tend();
      return problems;
    });
  }

  /** Rewards are paused while nobody is to spend points on them; those that a person has paused stay as they are. */
  tend(): Promise<void> {
    return this.#afterTheLast(() => this.#tend());
  }

  /** What Twitch has of ours, by the key. */
  async atTwitch(): Promise<ReadonlyMap<string, OwnReward>> {
    const { access, channel, memory } = this.#needs;
    const own = new Map((await getOwnRewards(access, channel)).map((each) => [each.id, each]));
    return new Map(
      [...memory.rewards()].flatMap(([key, id]) => {
        const reward = own.get(id);
        return reward ? [[key, reward] as const] : [];
      }),
    );
  }

  /** undefined: it is there already. */
  create(key: string, design: RewardDesign): Promise<OwnReward | undefined> {
    return this.#afterTheLast(async () => {
      const own = await getOwnRewards(this.#needs.access, this.#needs.channel);
      return this.#found(own, key, design) ? undefined : this.#make(key, design);
    });
  }

  /** undefined: Twitch has none for this key. */
  change(key: string, change: RewardChange): Promise<OwnReward | undefined> {
    return this.#afterTheLast(async () => {
      const { access, channel, memory } = this.#needs;
      const id = memory.rewards().get(key);
      if (id === undefined) return undefined;
      const changed = await updateReward(access, channel, id, change);
      memory.keep("reward-wishes", { ...this.#wishes, [key]: { ...this.#wishes[key], ...change } });
      // What the bot has paused is sold again by itself, and not what a person has paused.
      if (change.isPaused !== undefined) this.#keepPaused(this.#paused.filter((each) => each !== id));
      return changed;
    });
  }

  get #wishes(): Wishes {
    return (this.#needs.memory.recall("reward-wishes") ?? {}) as Wishes;
  }

  /** Those whose pause is the bot's. */
  get #paused(): readonly RewardId[] {
    return (this.#needs.memory.recall("paused-rewards") ?? []) as RewardId[];
  }

  #keepPaused(ids: readonly RewardId[]): void {
    if (ids.length > 0) this.#needs.memory.keep("paused-rewards", ids);
    else this.#needs.memory.forget("paused-rewards");
  }

  #afterTheLast<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.catch(() => {}).then(work);
    this.#last = done;
    return done;
  }

  async #findOrMake(): Promise<readonly string[]> {
    const { access, channel, memory } = this.#needs;
    const own = await getOwnRewards(access, channel);
    const problems: string[] = [];
    for (const [key, design] of rewardDesigns) {
      const found = this.#found(own, key, design);
      try {
        if (!found) await this.#make(key, design);
        else if (memory.rewards().get(key) !== found.id) memory.keepReward(key, found.id);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        problems.push(`The reward "${design.title}" could not be created: ${error.said}`);
      }
    }
    return problems;
  }

  #found(own: readonly OwnReward[], key: string, design: RewardDesign): OwnReward | undefined {
    const known = this.#needs.memory.rewards().get(key);
    const wanted = this.#wishes[key]?.title ?? design.title;
    return own.find(({ id }) => id === known) ?? own.find(({ title }) => title === wanted);
  }

  async #make(key: string, design: RewardDesign): Promise<OwnReward> {
    const { access, channel, memory, pausedWhile } = this.#needs;
    const { isPaused = false, ...wish } = this.#wishes[key] ?? {};
    const made = await createReward(access, channel, { ...design, ...wish });
    memory.keepReward(key, made.id);
    if (isPaused) return updateReward(access, channel, made.id, { isPaused });
    return pausedWhile(key) ? this.#pause(made.id) : made;
  }

  async #tend(): Promise<void> {
    const { access, channel } = this.#needs;
    const unsold = this.#unsold();
    for (const id of this.#paused.filter((each) => !unsold.has(each))) await this.#sellAgain(id);
    if (unsold.size === 0) return;
    const own = await getOwnRewards(access, channel);
    for (const { id, isPaused } of own) if (unsold.has(id) && !isPaused) await this.#pause(id);
  }

  /** Those on which nobody is to spend points just now. */
  #unsold(): ReadonlySet<RewardId> {
    const { memory, pausedWhile } = this.#needs;
    return new Set([...memory.rewards()].flatMap(([key, id]) => (pausedWhile(key) ? [id] : [])));
  }

  #pause(id: RewardId): Promise<OwnReward> {
    // Written down first: after a crash nobody could tell whose pause it is.
    this.#keepPaused([...new Set([...this.#paused, id])]);
    return updateReward(this.#needs.access, this.#needs.channel, id, { isPaused: true });
  }

  /** A reward that is gone needs no rest any more. */
  async #sellAgain(id: RewardId): Promise<void> {
    const { access, channel } = this.#needs;
    try {
      await updateReward(access, channel, id, { isPaused: false });
    } catch (error) {
      if (!(error instanceof UpstreamError && error.status === 404)) throw error;
    }
    // One by one: whatever becomes of the others, a pause that follows is a person's.
    this.#keepPaused(this.#paused.filter((each) => each !== id));
  }
}
