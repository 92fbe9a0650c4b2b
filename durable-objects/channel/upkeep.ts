import { after, between, type Clock, hours, instant, type Instant, minutes } from "#kernel/clock";
import { ConsentNeeded, UpstreamError } from "#kernel/errors";
import type { ChannelId } from "#kernel/ids";
import { described, type Facts, type Log } from "#kernel/log";
import type { HelixAccess, Token } from "#adapters/helix/call";
import { getUnfulfilled } from "#adapters/helix/channel-points";
import type { Webhook } from "#adapters/helix/eventsub";
import { getModerators } from "#adapters/helix/moderation";
import { isLive } from "#adapters/helix/streams";
import { getUsers } from "#adapters/helix/users";
import { type Account, missingScopes } from "#domain/twitch/consent";
import type { Redemption } from "#domain/twitch/redemption";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Rewards } from "./rewards.ts";
import type { RosterBook } from "./roster-book.ts";
import { type SetUp, setUpSubscriptions } from "./set-up.ts";
import type { Receipt, Turn } from "./turn.ts";
import type { Stream } from "./turns.ts";

export interface UpkeepNeeds {
  readonly channel: ChannelId;
  readonly access: HelixAccess;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly roster: RosterBook;
  readonly clock: Clock;
  readonly log: Log;
  readonly webhook: Webhook;
  readonly rewards: Rewards;
  /** How the channel is, for the log. */
  readonly report: () => Facts;
  readonly take: (turn: Turn) => Promise<Receipt>;
}

/** Who the channel's accounts are, learned when it is set up. */
interface Profile {
  readonly login: string;
  readonly botId: string;
}

const chat = "channel.chat.message";
/** Later than any line; JSON knows no infinity. */
const never = instant(Number.MAX_SAFE_INTEGER);

/** What was found when the channel was last looked after. */
export interface Standing {
  readonly subscriptions: readonly string[];
  /** What a person has to see to. */
  readonly problems: readonly string[];
  /** When Twitch was last asked about all of it, and answered. */
  readonly checkedAt: Instant;
}

const choresEvery = minutes(10);
/** Twitch did not answer: it is asked again sooner. */
const choresAgain = minutes(1);
const reportEvery = minutes(30);
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
  #standing: Standing | undefined;
  /** undefined: the channel was never set up, so there is nothing to look after. */
  #choresAt: Instant | undefined;
  #reportedAt = instant(0);
  #settingUp: Promise<unknown> = Promise.resolve();

  constructor(needs: UpkeepNeeds) {
    this.#needs = needs;
    this.#profile = needs.memory.recall("profile") as Profile | undefined;
    this.#standing = needs.memory.recall("standing") as Standing | undefined;
    this.#choresAt = needs.memory.recall("chores") as Instant | undefined;
  }

  get profile(): Profile | undefined {
    return this.#profile;
  }

  get standing(): Standing | undefined {
    return this.#standing;
  }

  /** When the chores want to be done; undefined while there are none. */
  nextDue(): Instant | undefined {
    return this.#choresAt;
  }

  /**
   * Since when every line of chat has reached us: what was said before may have come back unheard. In the future while
   * Twitch does not tell of chat at all.
   */
  get hearsSince(): Instant {
    return (this.#needs.memory.recall("hears-since") as Instant | undefined) ?? instant(0);
  }

  /** Twitch has taken something away: the chores are done at once, if the channel was ever set up. */
  lost(what: string): void {
    if (what === chat) this.#heardSince(never);
    this.hurry();
  }

  /** The chores are due at once, if the channel was ever set up. */
  hurry(): void {
    if (this.#choresAt !== undefined) this.#planChores(this.#needs.clock());
  }

  /**
   * Makes Twitch ready for the channel. Can be repeated; changes only what is missing. Without the broadcaster's
   * consent there are no rewards, and everything else works. Throws ConsentNeeded without the bot's.
   */
  setUp(): Promise<SetUp> {
    // One after the other: whoever has just signed in is not to get the answer from before.
    const done = this.#settingUp.catch(() => {}).then(() => this.#setUp());
    this.#settingUp = done;
    return done;
  }

  async #setUp(): Promise<SetUp> {
    const { access, channel, memory, webhook, clock } = this.#needs;
    access.credentials.forget();
    const bot = await access.credentials.token("bot");
    await this.#introduce(bot);
    // First of all to hear again: a line whose echo nobody hears would be said twice, and what is redeemed now missed.
    const subscribed = await setUpSubscriptions(access, channel, webhook);
    const broadcasters = await this.#setUpForBroadcaster();
    await this.#checkStream();
    const { subscriptions, renewed } = subscribed;
    if (renewed.includes(chat)) this.#heardSince(clock());
    const problems = [...missing("bot", bot), ...broadcasters, ...subscribed.problems];
    this.#stand({ subscriptions, problems, checkedAt: clock() });
    this.#planChores(after(clock(), choresEvery));
    return { rewards: Object.fromEntries(memory.rewards()), subscriptions, problems };
  }

  /** Does the chores when they are due; never throws, for they come again. */
  async doChores(): Promise<void> {
    const { memory, ledger, clock, log } = this.#needs;
    const now = clock();
    if (this.#choresAt === undefined || now < this.#choresAt) return;
    this.#planChores(after(now, choresAgain));
    memory.forgetSeenBefore(instant(now - seenFor));
    ledger.forgetEndedBefore(instant(now - ledgerFor));
    try {
      await this.setUp();
    } catch (error) {
      log.warn("channel.not-looked-after", described(error));
      if (error instanceof ConsentNeeded) this.#stand({ ...neverChecked, problems: [error.message] });
    }
    this.#report(now);
  }

  async #introduce(bot: Token): Promise<void> {
    const { access, channel, memory, roster } = this.#needs;
    const [broadcaster] = await getUsers(access, "id", [channel]);
    const profile = { login: broadcaster?.login ?? "", botId: bot.userId };
    if (this.#profile?.login === profile.login && this.#profile.botId === profile.botId) return;
    this.#profile = profile;
    memory.keep("profile", profile);
    roster.changed();
  }

  /** Everything that goes in the broadcaster's name. Answers what a person has to see to. */
  async #setUpForBroadcaster(): Promise<readonly string[]> {
    try {
      const token = await this.#needs.access.credentials.token("broadcaster");
      const problems = [...missing("broadcaster", token)];
      const { rewards } = this.#needs;
      for (const step of [() => rewards.setUp(), () => this.#learnModerators(), () => this.#catchUp()])
        problems.push(...(await step().catch(nothingWithoutScope)));
      return problems;
    } catch (error) {
      if (!(error instanceof ConsentNeeded)) throw error;
      return ["Rewards are off: the broadcaster has not signed in, or has taken the consent back."];
    }
  }

  async #learnModerators(): Promise<readonly string[]> {
    const moderators = await getModerators(this.#needs.access, this.#needs.channel);
    this.#needs.roster.learn(moderators);
    return this.#powerless(moderators);
  }

  #powerless(moderators: readonly string[]): readonly string[] {
    const { botId } = this.#profile ?? {};
    const may = botId === undefined || botId === this.#needs.channel || moderators.includes(botId);
    return may ? [] : ["The bot is not a moderator, so it can time nobody out: /mod it in chat."];
  }

  async #checkStream(): Promise<void> {
    const { access, channel, memory, clock } = this.#needs;
    const live = await isLive(access, channel);
    const known = memory.recall("stream") as Stream | undefined;
    if (known?.live !== live) memory.keep("stream", { live, since: clock() } satisfies Stream);
  }

  #heardSince(moment: Instant): void {
    this.#needs.memory.keep("hears-since", moment);
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#needs.memory.keep("standing", standing);
  }

  #planChores(at: Instant): void {
    this.#choresAt = at;
    this.#needs.memory.keep("chores", at);
  }

  #report(now: Instant): void {
    if (between(this.#reportedAt, now) < reportEvery) return;
    this.#reportedAt = now;
    this.#needs.log.info("channel.report", this.#needs.report());
  }

  /**
   * Redemptions whose notification never came (an outage longer than Twitch's patience): those a viewer may still
   * be waiting for are played, older ones are given back.
   */
  async #catchUp(): Promise<readonly string[]> {
    const { access, channel, memory, ledger, log, take } = this.#needs;
    for (const rewardId of memory.rewards().values()) {
      const waiting = await getUnfulfilled(access, channel, rewardId);
      const missed = waiting.filter(({ id }) => !ledger.entry(id));
      if (missed.length > 0) log.warn("channel.missed-redemptions", { count: missed.length });
      await Promise.all(missed.map((redemption) => take(this.#lateTurn(redemption))));
    }
    return [];
  }

  #lateTurn(redemption: Redemption): Turn {
    const tooLate = between(redemption.redeemedAt, this.#needs.clock()) > playableFor;
    if (tooLate) return { is: "missed", redemption };
    return {
      is: "notification",
      messageId: `caught-up:${redemption.id}`,
      sentAt: redemption.redeemedAt,
      event: { is: "redeemed", redemption },
    };
  }
}

const neverChecked = { subscriptions: [], checkedAt: instant(0) };

const missing = (account: Account, { scopes }: Token) =>
  missingScopes(account, scopes).map((scope) => `The ${account} has not agreed to ${scope}: sign in again.`);

/** What was not agreed to is told already; the other steps are taken all the same. */
function nothingWithoutScope(error: unknown): readonly string[] {
  if (error instanceof UpstreamError && error.status === 401) return [];
  throw error;
}
