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
import { consoleLog } from "#adapters/log";
import { chatLine } from "#domain/twitch/chat-line";
import type { ChannelEvent, ChatMessage } from "#domain/twitch/eventsub/channel-event";
import { gameIds, games } from "#domain/twitch/games/index";
import { changeSettings, type ChannelSettings, readSettings } from "#domain/twitch/settings";
import { IdentityCredentials } from "../credentials.ts";
import { AlarmClock } from "./alarm-clock.ts";
import { GroupCommit } from "./group-commit.ts";
import { channelRow } from "./history-rows.ts";
import { Ledger, type LedgerEntry } from "./ledger.ts";
import { Lanes } from "./lanes.ts";
import { type DeadLetter, Memory } from "./memory.ts";
import { Outbox } from "./outbox.ts";
import { lookingAround } from "./perform/look-around.ts";
import { resolving } from "./perform/resolve.ts";
import { saying, words } from "./perform/say.ts";
import { timingOut } from "./perform/time-out.ts";
import { Presence } from "./presence.ts";
import type { SetUp } from "./set-up.ts";
import { type Receipt, type Turn, Turns } from "./turns.ts";
import { Upkeep } from "./upkeep.ts";
import { WriteBehind } from "./write-behind.ts";

/** One notification, as the door hands it over. */
export interface Delivery {
  readonly messageId: string;
  readonly event: ChannelEvent;
}

/** Errors lose their class between Durable Objects and Workers; an answer does not. */
export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string };

export interface ChannelStatus {
  readonly outbox: number;
  readonly journal: number;
  /** How many redemptions are remembered: every one of the last 90 days. */
  readonly ledger: number;
  readonly deadLetters: number;
  /** Since the room woke: rows written, alarms set and rung, SQL batches, notifications by what became of them. */
  readonly counts: Readonly<Record<string, number>>;
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
  readonly #log: Log = consoleLog(this.#config.LOG_LEVEL, { channel: this.#id });
  readonly #access: HelixAccess = {
    clientId: this.#config.TWITCH_CLIENT_ID,
    credentials: new IdentityCredentials(this.env.IDENTITY, this.#id, this.#clock),
  };
  readonly #memory = new Memory(this.ctx.storage.sql);
  readonly #ledger = new Ledger(this.#memory);
  readonly #outbox = new Outbox(this.#memory);
  readonly #presence = new Presence();
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

  readonly #turns = new Turns({
    channel: this.#id,
    storage: this.ctx.storage,
    memory: this.#memory,
    ledger: this.#ledger,
    outbox: this.#outbox,
    history: this.#history,
    settings: () => this.#settings,
    clock: this.#clock,
    random: this.#random,
    log: this.#log,
  });
  readonly #commits = new GroupCommit<Turn, Receipt>((group) => this.#commit(group));
  readonly #upkeep = new Upkeep({
    channel: this.#id,
    access: this.#access,
    memory: this.#memory,
    ledger: this.#ledger,
    clock: this.#clock,
    log: this.#log,
    webhook: {
      callback: `${this.#config.PUBLIC_URL}/twitch/eventsub`,
      secret: this.#config.TWITCH_EVENTSUB_SECRET,
    },
    take: (turn) => this.#commits.enter(turn),
  });
  readonly #lanes = this.#openLanes();
  readonly #alarms = new AlarmClock(this.ctx.storage, this.#clock, [
    () => this.#turns.nextWake(),
    () => this.#lease(),
    () => this.#history.nextDue(),
    () => this.#upkeep.nextDue(),
  ]);

  /** Answers when the notification and everything decided about it are on disk. */
  async receive({ messageId, event }: Delivery): Promise<Receipt> {
    const receipt =
      event.is === "chat"
        ? await this.#hearChat(event.line)
        : await this.#commits.enter({ is: "notification", messageId, event });
    this.#count(receipt);
    return receipt;
  }

  /** Counts what the door could not use: an unknown type, a version, a shape. */
  count(what: string): void {
    this.#count(what);
  }

  override async alarm({ scheduledTime }: AlarmInvocationInfo): Promise<void> {
    this.#alarms.rang(instant(scheduledTime));
    try {
      await this.#commits.enter({ is: "alarm" });
      this.ctx.waitUntil(this.#upkeep.doChores());
    } finally {
      this.#alarms.rearm();
    }
  }

  settings(): ChannelSettings {
    return this.#settings;
  }

  /** Refuses by name what cannot be set. */
  change(patch: unknown): Asked<ChannelSettings> {
    try {
      this.#settings = changeSettings(this.#settings, patch);
    } catch (error) {
      if (error instanceof BadInput) return { ok: false, why: error.message };
      throw error;
    }
    this.#memory.keep("settings", this.#settings);
    this.#translate = this.#speak();
    this.#rememberChannel();
    this.#alarms.rearm();
    return { ok: true, value: this.#settings };
  }

  /** Makes Twitch ready for this channel: rewards and subscriptions. Can be repeated; changes only what is missing. */
  async setUp(): Promise<Asked<SetUp>> {
    try {
      const done = await this.#upkeep.setUp();
      this.#rememberChannel();
      this.#alarms.rearm();
      return { ok: true, value: done };
    } catch (error) {
      this.#log.warn("channel.not-set-up", described(error));
      if (error instanceof TaproomError) return { ok: false, why: error.message };
      throw error;
    }
  }

  /** The newest redemptions first. */
  redemptions(limit: number): LedgerEntry[] {
    return this.#ledger.newest(limit);
  }

  deadLetters(limit: number): DeadLetter[] {
    return this.#memory.deadLetters(limit);
  }

  status(): ChannelStatus {
    return {
      outbox: this.#outbox.size(),
      journal: this.#history.size(),
      ledger: this.#ledger.size(),
      deadLetters: this.#memory.deadLetters(1_000).length,
      counts: {
        ...Object.fromEntries(this.#counts),
        "rows-written": this.#memory.rowsWritten,
        "alarms-set": this.#alarms.set,
        "alarm-rings": this.#alarms.rings,
      },
    };
  }

  /** A line that triggers nothing costs no row: it is counted, and its author noted, in memory. */
  async #hearChat(line: ChatMessage): Promise<Receipt> {
    if (line.chatter.id === this.#upkeep.profile?.botId) await this.#hearEcho(line);
    else this.#presence.note(line, this.#clock());
    return "quiet";
  }

  /**
   * Our own line comes back from chat: it was said, whatever became of the answer to our call. Twitch is answered
   * when that is on disk: an echo acknowledged and forgotten would have the line said again.
   */
  async #hearEcho({ text }: ChatMessage): Promise<void> {
    const said = this.#outbox
      .begun("say")
      .find((errand) => words(errand, this.#translate) === chatLine(text));
    if (said) await this.#keep([[said, { is: "done" }]]);
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

  #openLanes(): Lanes {
    const translate = () => this.#translate;
    const how = {
      access: this.#access,
      channel: this.#id,
      clock: this.#clock,
      random: this.#random,
      translate,
    };
    return new Lanes({
      outbox: this.#outbox,
      clock: this.#clock,
      keep: (results) => this.#keep(results),
      performers: {
        say: saying({ ...how, outbox: this.#outbox }),
        "time-out": timingOut(how),
        resolve: resolving({ ...how, rewardOf: (id) => this.#ledger.entry(id)?.rewardId }),
        "look-around": lookingAround({
          ...how,
          presence: this.#presence,
          protectedIds: () => this.#settings.spared,
        }),
      },
    });
  }

  #speak(): Translate {
    return translator(
      this.#settings.language,
      gameIds.map((id) => games[id].texts),
    );
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
