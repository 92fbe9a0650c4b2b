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
import type { Memory } from "./memory.ts";

export interface RewardNeeds {
  readonly channel: ChannelId;
  readonly access: HelixAccess;
  readonly memory: Memory;
  /** Whether nobody is to spend points just now. */
  readonly wantsPause: () => boolean;
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

  /** Rewards are paused while the channel wants them to be; those that a person has paused stay as they are. */
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
      // Whoever wakes up unpauses what has fallen asleep with the bot, and not what a person has paused.
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
    const { access, channel, memory } = this.#needs;
    const { isPaused = false, ...wish } = this.#wishes[key] ?? {};
    const made = await createReward(access, channel, { ...design, ...wish });
    memory.keepReward(key, made.id);
    return isPaused ? updateReward(access, channel, made.id, { isPaused }) : made;
  }

  async #tend(): Promise<void> {
    const { access, channel, memory, wantsPause } = this.#needs;
    const paused = this.#paused;
    if (!wantsPause()) {
      for (const id of paused) await unpause(access, channel, id);
      return this.#keepPaused([]);
    }
    const ours = new Set(memory.rewards().values());
    const own = await getOwnRewards(access, channel);
    const running = own.filter(({ id, isPaused }) => ours.has(id) && !isPaused).map(({ id }) => id);
    if (running.length === 0) return;
    // Written down first: after a crash nobody could tell whose pause it is.
    this.#keepPaused([...new Set([...paused, ...running])]);
    for (const id of running) await updateReward(access, channel, id, { isPaused: true });
  }
}

/** A reward that is gone needs no rest any more. */
async function unpause(access: HelixAccess, channel: ChannelId, id: RewardId): Promise<void> {
  try {
    await updateReward(access, channel, id, { isPaused: false });
  } catch (error) {
    if (!(error instanceof UpstreamError && error.status === 404)) throw error;
  }
}
