import { after, between, type Clock, hours, instant, type Instant, minutes } from "#kernel/clock";
import type { ChannelId } from "#kernel/ids";
import { described, type Log } from "#kernel/log";
import { getUnfulfilled } from "#adapters/helix/channel-points";
import type { HelixAccess } from "#adapters/helix/call";
import type { Webhook } from "#adapters/helix/eventsub";
import type { Redemption } from "#domain/twitch/redemption";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import { type SetUp, setUpRewards, setUpSubscriptions } from "./set-up.ts";
import type { Receipt, Turn } from "./turns.ts";

export interface UpkeepNeeds {
  readonly channel: ChannelId;
  readonly access: HelixAccess;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly log: Log;
  readonly webhook: Webhook;
  readonly take: (turn: Turn) => Promise<Receipt>;
}

/** Who the channel's accounts are, learned when it is set up. */
interface Profile {
  readonly login: string;
  readonly botId: string;
}

const choresEvery = minutes(10);
/** A redemption that comes to light later than this is given back, not played. */
const playableFor = minutes(10);
/** Twitch repeats a message id within minutes; an older one is refused by its age. */
const seenFor = hours(1);
/** Ended redemptions stand in Postgres for good. */
const ledgerFor = hours(24 * 90);

/** The channel's care of itself: what it needs at Twitch, what it has missed, what it may forget. */
export class Upkeep {
  readonly #needs: UpkeepNeeds;
  #profile: Profile | undefined;
  /** undefined: the channel was never set up, so there is nothing to look after. */
  #choresAt: Instant | undefined;

  constructor(needs: UpkeepNeeds) {
    this.#needs = needs;
    this.#profile = needs.memory.recall("profile") as Profile | undefined;
    this.#choresAt = needs.memory.recall("chores") as Instant | undefined;
  }

  get profile(): Profile | undefined {
    return this.#profile;
  }

  /** When the chores want to be done; undefined while there are none. */
  nextDue(): Instant | undefined {
    return this.#choresAt;
  }

  /** Makes Twitch ready for the channel. Can be repeated; changes only what is missing. */
  async setUp(): Promise<SetUp> {
    const { access, channel, memory, webhook } = this.#needs;
    const [bot, broadcaster] = await Promise.all([
      access.credentials.token("bot"),
      access.credentials.token("broadcaster"),
    ]);
    const { rewards, problems } = await setUpRewards(access, channel, memory.rewards());
    for (const [key, id] of rewards) memory.keepReward(key, id);
    this.#profile = { login: broadcaster.login, botId: bot.userId };
    memory.keep("profile", this.#profile);

    const subscribed = await setUpSubscriptions(access, channel, webhook);
    await this.#catchUp();
    this.#planChores();
    return {
      rewards: Object.fromEntries(rewards),
      subscriptions: subscribed.subscriptions,
      problems: [...problems, ...subscribed.problems],
    };
  }

  /** Does the chores when they are due; never throws, for they come again. */
  async doChores(): Promise<void> {
    const { memory, ledger, clock, log } = this.#needs;
    const now = clock();
    if (this.#choresAt === undefined || now < this.#choresAt) return;
    this.#planChores();
    memory.forgetSeenBefore(instant(now - seenFor));
    ledger.forgetEndedBefore(instant(now - ledgerFor));
    try {
      await this.#catchUp();
    } catch (error) {
      log.warn("channel.not-caught-up", described(error));
    }
  }

  #planChores(): void {
    this.#choresAt = after(this.#needs.clock(), choresEvery);
    this.#needs.memory.keep("chores", this.#choresAt);
  }

  /**
   * Redemptions whose notification never came (an outage longer than Twitch's patience): those a viewer may still
   * be waiting for are played, older ones are given back.
   */
  async #catchUp(): Promise<void> {
    const { access, channel, memory, ledger, log, take } = this.#needs;
    for (const rewardId of memory.rewards().values()) {
      const waiting = await getUnfulfilled(access, channel, rewardId);
      const missed = waiting.filter(({ id }) => !ledger.entry(id));
      if (missed.length > 0) log.warn("channel.missed-redemptions", { count: missed.length });
      await Promise.all(missed.map((redemption) => take(this.#lateTurn(redemption))));
    }
  }

  #lateTurn(redemption: Redemption): Turn {
    const tooLate = between(redemption.redeemedAt, this.#needs.clock()) > playableFor;
    if (tooLate) return { is: "missed", redemption };
    return {
      is: "notification",
      messageId: `caught-up:${redemption.id}`,
      event: { is: "redeemed", redemption },
    };
  }
}
