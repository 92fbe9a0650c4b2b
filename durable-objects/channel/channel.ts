import { DurableObject } from "cloudflare:workers";
import { after, type Clock, instant, type Instant, seconds } from "#kernel/clock";
import { type Config, readConfig } from "#kernel/config";
import { BadInput, TaproomError } from "#kernel/errors";
import { type Translate, translator } from "#kernel/i18n";
import type { ChannelId } from "#kernel/ids";
import { described, type Log } from "#kernel/log";
import type { Random } from "#kernel/random";
import { writeHistory } from "#adapters/database/history";
import type { HelixAccess } from "#adapters/helix/call";
import { logOf } from "#adapters/log";
import { commandTexts } from "#domain/twitch/commands";
import { durationTexts } from "#domain/twitch/duration/duration";
import type { ChannelEvent } from "#domain/twitch/eventsub/channel-event";
import { featureIds, features } from "#domain/twitch/features/index";
import { changeSettings, type ChannelSettings, readSettings, withSwitched } from "#domain/twitch/settings";
import { type Asked, denied, granted } from "../asked.ts";
import { IdentityCredentials } from "../credentials.ts";
import { AlarmClock } from "../alarm-clock.ts";
import { ByHand, byHandTexts, type Deed } from "./by-hand.ts";
import { Chronicle, type Entry, type Question, remembering } from "./chronicle.ts";
import { DeadLetters } from "./dead-letters.ts";
import { Ears } from "./ears.ts";
import { type Glance, glance } from "./glance.ts";
import { GroupCommit } from "./group-commit.ts";
import { channelRow } from "./history-rows.ts";
import { Lanes } from "./lanes.ts";
import { Ledger } from "./ledger.ts";
import { Memory } from "./memory.ts";
import { Outbox } from "./outbox.ts";
import { Owner } from "./owner/owner.ts";
import { performersFor } from "./performers.ts";
import { PlayerBook } from "./players.ts";
import { Presence } from "./presence.ts";
import { Redemptions } from "./redemptions.ts";
import { Rewards } from "./rewards.ts";
import { RosterBook } from "./roster-book.ts";
import type { SetUp } from "./set-up.ts";
import { Stage } from "./stage.ts";
import { type ChannelStatus, statusOf } from "./status.ts";
import { Switches } from "./switches.ts";
import type { Receipt, Turn } from "./turn.ts";
import { Turns } from "./turns.ts";
import { Upkeep } from "./upkeep.ts";
import { WriteBehind } from "../write-behind.ts";

/** One notification, as the door hands it over. */
export interface Delivery {
  readonly messageId: string;
  /** When Twitch sent it. */
  readonly sentAt: Instant;
  readonly event: ChannelEvent;
}

/**
 * One Twitch channel. Receives what the door hands over, lets the rules decide, commits what they answer together
 * with the effects they name, and performs those: later, too, when Twitch is away or this room has died in between.
 */
export class ChannelDO extends DurableObject<Env> {
  readonly #id = (this.ctx.id.name ?? "") as ChannelId;
  readonly #config: Config = readConfig(this.env);
  readonly #clock: Clock = () => instant(Date.now());
  readonly #random: Random = Math.random;
  readonly #chronicle = new Chronicle(this.#clock);
  readonly #log: Log = remembering(logOf(this.#config, { channel: this.#id }), this.#chronicle);
  readonly #access: HelixAccess = {
    clientId: this.#config.TWITCH_CLIENT_ID,
    credentials: new IdentityCredentials(this.env.IDENTITY, this.#id, this.#clock),
  };
  readonly #memory = new Memory(this.ctx.storage.sql);
  readonly #ledger = new Ledger(this.#memory);
  readonly #outbox = new Outbox(this.#memory);
  readonly #players = new PlayerBook(this.#memory);
  readonly #presence = new Presence(this.#memory);
  readonly #counts = new Map<string, number>();
  readonly #history = new WriteBehind(
    this.#memory,
    (rows) => {
      this.#count("sql-batches");
      return writeHistory(this.#config.DATABASE_URL, rows);
    },
    this.#log,
    this.#clock(),
  );
  #settings = readSettings(this.#memory.recall("settings"));
  #translate = this.#speak();
  readonly #switches = new Switches(this.#memory, () => this.#settings);
  /** What the parts of the room have in common; each takes of it what it needs. */
  readonly #common = {
    channel: this.#id,
    access: this.#access,
    memory: this.#memory,
    ledger: this.#ledger,
    outbox: this.#outbox,
    players: this.#players,
    history: this.#history,
    settings: () => this.#settings,
    translate: () => this.#translate,
    clock: this.#clock,
    random: this.#random,
    log: this.#log,
  };

  readonly #roster: RosterBook = new RosterBook({
    ...this.#common,
    bot: () => this.#upkeep.profile?.botId,
  });
  readonly #stage = new Stage({
    ...this.#common,
    switches: this.#switches,
    roster: () => this.#roster.roster,
  });
  readonly #ears: Ears = new Ears({
    ...this.#common,
    chronicle: this.#chronicle,
    presence: this.#presence,
    roster: this.#roster,
    stage: this.#stage,
    bot: () => this.#upkeep.profile?.botId,
    wasSaid: (line) => this.#keep([[line, { is: "done" }]]),
  });
  readonly #rewards = new Rewards({
    ...this.#common,
    pausedWhile: (reward) => this.#stage.pausedWhile(reward),
  });
  readonly #deadLetters = new DeadLetters(this.#common);
  readonly #redemptions = new Redemptions({
    ...this.#common,
    stage: this.#stage,
  });
  readonly #turns = new Turns({
    ...this.#common,
    storage: this.ctx.storage,
    roster: this.#roster,
    stage: this.#stage,
    deadLetters: this.#deadLetters,
    redemptions: this.#redemptions,
    ears: this.#ears,
  });
  readonly #commits = new GroupCommit<Turn, Receipt>((group) => this.#commit(group));
  readonly #upkeep: Upkeep = new Upkeep({
    ...this.#common,
    roster: this.#roster,
    webhook: {
      callback: `${this.#config.PUBLIC_URL}/twitch/eventsub`,
      secret: this.#config.TWITCH_EVENTSUB_SECRET,
    },
    rewards: this.#rewards,
    report: () => ({ ...this.status() }),
    take: (turn) => this.#commits.enter(turn),
  });
  readonly #byHand = new ByHand({
    ...this.#common,
    stage: this.#stage,
    switches: this.#switches,
    login: () => this.#upkeep.profile?.login,
    take: (turn) => this.#commits.enter(turn),
    decide: (decide) => this.#decide(decide),
  });
  readonly #lanes = new Lanes({
    ...this.#common,
    keep: (results) => this.#keep(results),
    performers: performersFor({
      ...this.#common,
      presence: this.#presence,
      roster: this.#roster,
      rewards: this.#rewards,
      upkeep: this.#upkeep,
    }),
  });
  readonly #owner = new Owner({
    ...this.#common,
    rewards: this.#rewards,
    deadLetters: this.#deadLetters,
    pausedWhile: (reward) => this.#stage.pausedWhile(reward),
    take: (turn) => this.#commits.enter(turn),
    decide: (decide) => this.#decide(decide),
  });
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [
    () => this.#stage.nextWake(),
    () => this.#lease(),
    () => this.#history.nextDue(),
    () => this.#upkeep.nextDue(),
  ]);

  /** Answers when the notification and everything decided about it are on disk. */
  async receive({ messageId, sentAt, event }: Delivery): Promise<Receipt> {
    const isQuiet = event.is === "chat" && !(await this.#ears.hear(event.line));
    const receipt = isQuiet
      ? "quiet"
      : await this.#commits.enter({ is: "notification", messageId, sentAt, event });
    this.#count(receipt);
    return receipt;
  }

  /** Counts what the door could not use: an unknown type, a version, a shape. */
  count(what: string): void {
    this.#count(what);
  }

  /** Twitch has taken a subscription, or somebody their consent, away: what can be mended is mended at once. */
  lost(what: string): void {
    this.#log.warn("channel.lost", { what });
    this.#count(`lost ${what}`);
    this.#upkeep.lost(what);
    this.#alarms.rearm();
  }

  override async alarm({ scheduledTime }: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(scheduledTime));
    try {
      await this.#commits.enter({ is: "alarm" });
      this.ctx.waitUntil(this.#upkeep.doChores().finally(() => this.#alarms.rearm()));
    } finally {
      this.#alarms.rearm();
    }
  }

  settings(): ChannelSettings {
    return this.#settings;
  }

  /** Refuses by name what cannot be set. */
  change(patch: unknown): Asked<ChannelSettings> {
    const before = this.#settings;
    try {
      this.#settings = changeSettings(this.#settings, patch);
    } catch (error) {
      if (error instanceof BadInput) return denied("bad-input", error.message);
      throw error;
    }
    this.#memory.keep("settings", this.#settings);
    this.#translate = this.#speak();
    this.#roster.changed();
    this.#rememberChannel();
    this.#byHand.settingsChanged(before);
    if (whatPauses(this.#settings) !== whatPauses(before)) this.#tendRewards();
    this.#alarms.rearm();
    return granted(this.#settings);
  }

  /** Makes Twitch ready for this channel: rewards and subscriptions. Can be repeated; changes only what is missing. */
  async setUp(): Promise<Asked<SetUp>> {
    try {
      const done = await this.#upkeep.setUp();
      this.#rememberChannel();
      await this.env.DIRECTORY.getByName("channels").enlist(this.#id, this.#upkeep.profile?.login ?? "");
      this.#alarms.rearm();
      return granted(done);
    } catch (error) {
      this.#log.warn("channel.not-set-up", described(error));
      if (error instanceof TaproomError) return denied("upstream", error.message);
      throw error;
    }
  }

  switchFeature(feature: ChannelSettings["switchedOff"][number], isOn: boolean): Asked<ChannelSettings> {
    return this.change({ switchedOff: withSwitched(this.#settings, feature, isOn) });
  }

  /** What it does by itself every ten minutes, now. Answers what a person has to see to; undefined: it was never set up. */
  async lookAfter(): Promise<readonly string[] | undefined> {
    await this.#commits.enter({ is: "alarm" });
    this.#upkeep.hurry();
    await this.#upkeep.doChores();
    this.#alarms.rearm();
    return this.#upkeep.standing?.problems;
  }

  sayByHand(key: string, text: string): Deed {
    return this.#byHand.say(key, text);
  }

  /** A line as the broadcaster would type it. */
  commandByHand(key: string, line: string): Promise<Deed> {
    return this.#byHand.command(key, line);
  }

  /** Stops the bot in this channel or starts it again; `by`: a person's id. */
  run(runs: boolean, by: string): void {
    if (runs) this.#byHand.start(by);
    else this.#byHand.stop(by);
  }

  glance(): Glance {
    return glance({
      channel: this.#id,
      login: this.#upkeep.profile?.login,
      memory: this.#memory,
      stage: this.#stage,
      switches: this.#switches,
      roster: this.#roster,
      chronicle: this.#chronicle,
      status: this.status(),
      now: this.#clock(),
    });
  }

  /** What the owner sees to. */
  get owner(): Owner {
    return this.#owner;
  }

  /** The latest that was said and done here. */
  chronicle(question: Question): Entry[] {
    return this.#chronicle.search(question);
  }

  /** How every feature stands, as it is stored; null: never used. */
  featureStates(): Record<string, unknown> {
    return Object.fromEntries(featureIds.map((id) => [id, this.#stage.saved(id).state ?? null]));
  }

  status(): ChannelStatus {
    return statusOf({
      stage: this.#stage,
      memory: this.#memory,
      ledger: this.#ledger,
      outbox: this.#outbox,
      players: this.#players,
      history: this.#history,
      alarms: this.#alarms,
      standing: this.#upkeep.standing,
      counts: this.#counts,
      now: this.#clock(),
    });
  }

  #commit(group: readonly Turn[]): Receipt[] {
    const receipts = this.#turns.take(group);
    this.#alarms.rearm();
    this.#perform();
    return receipts;
  }

  /** Not awaited by whoever caused it: what is committed will be done, by the alarm if need be. */
  #perform(): void {
    const drained = this.#lanes
      .drain()
      .catch((error: unknown) => this.#log.error("lanes.broken", described(error)));
    const flushed = this.#history.flush(this.#clock);
    for (const work of [drained, flushed]) this.ctx.waitUntil(work.finally(() => this.#alarms.rearm()));
  }

  #keep = (results: Parameters<ConstructorParameters<typeof Lanes>[0]["keep"]>[0]) =>
    Promise.all(
      results.map(([errand, performed]) => this.#commits.enter({ is: "performed", errand, performed })),
    );

  /** While errands are under way the alarm stands a little ahead: should the room die, it wakes up to them. */
  #lease(): Instant | undefined {
    const due = this.#lanes.nextDue();
    const soon = after(this.#clock(), seconds(2));
    return due !== undefined && due < soon ? soon : due;
  }

  #speak(): Translate {
    return translator(this.#settings.language, [
      durationTexts,
      byHandTexts,
      commandTexts(this.#settings.commands),
      ...featureIds.map((id) => features[id].texts),
    ]);
  }

  /** Other settings may want other rewards paused. */
  #tendRewards(): void {
    const cause = `settings:${this.#clock()}`;
    this.#decide(() => this.#stage.settle(null, [{ do: "tend-rewards" }], cause));
  }

  /** What nobody has notified us of. */
  #decide<T>(decide: () => T): T {
    const decided = this.#turns.inTransaction(decide);
    this.#alarms.rearm();
    this.#perform();
    return decided;
  }

  #rememberChannel(): void {
    const now = this.#clock();
    const login = this.#upkeep.profile?.login ?? "";
    this.#history.note(this.#id, channelRow(this.#id, login, this.#settings, now), now);
    this.#history.keep();
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}

/** Those of the settings that have a say in which rewards are paused. */
const whatPauses = ({ sleep, switchedOff }: ChannelSettings) => JSON.stringify([sleep, switchedOff]);
