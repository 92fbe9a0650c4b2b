import { DurableObject } from "cloudflare:workers";
import { after, type Clock, earliest, hours, instant, type Instant, latest, seconds } from "#kernel/clock";
import { type ForwarderConfig, forwarderConfig, readConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { type JobNote, noteJobs } from "#adapters/database/forwarder/note-jobs";
import { sourcesAmong } from "#adapters/database/forwarder/mappings";
import { forgetOldJobs } from "#adapters/database/forwarder/old-jobs";
import { ChannelService } from "#adapters/forwarder/channel-service";
import { logOf } from "#adapters/log";
import { publishJob } from "#adapters/qstash";
import { alarmName, type ForwarderAlarm } from "#domain/forwarder/alarms/alarm";
import type { Chat } from "#domain/forwarder/chat";
import { AlarmClock } from "../alarm-clock.ts";
import { RoomMemory } from "../room-memory.ts";
import { Alarms } from "./alarms.ts";
import { Crew, lost } from "./crew.ts";
import { Notes } from "./notes.ts";

/** A Worker has six connections at a time: five sends, and one for the rest. https://developers.cloudflare.com/workers/platform/limits/#simultaneous-open-connections */
export const handsOfWorker = 5;

/**
 * What a worker hears: whether the lines have to be rebuilt, and the last of the *wakes*, the times at which there was something
 * to do. He says it when he asks again: what has come after it he has not seen in the lines.
 */
interface Heard {
  readonly isOrderLost: boolean;
  readonly lastWake: number;
}

/** Whether a worker may begin, and the names of what is broken. */
export type Began =
  | ({ readonly go: true; readonly broken: readonly string[] } & Heard)
  | { readonly go: false };

/** Whether there is something to do. */
export interface News extends Heard {
  readonly isThere: boolean;
}

/** QStash brings a job within this, or it is called again. */
const broughtWithin = seconds(20);
const betweenChecks = hours(24);

/** Looks after everything that is not over: calls workers, keeps what they could not write down, and says what broke. */
export class ForwarderDO extends DurableObject<Env> {
  readonly #config: ForwarderConfig = forwarderConfig(readConfig(this.env));
  readonly #clock: Clock = () => instant(Date.now());
  readonly #log: Log = logOf(this.#config, { room: "forwarder" });
  readonly #notes = new Notes(new RoomMemory(this.ctx.storage.sql));
  readonly #alarms = new Alarms(this.ctx.storage.kv, this.#config, this.#log);
  readonly #crew = new Crew(Math.ceil(this.#config.MAX_CONCURRENT_FORWARDS / handsOfWorker));
  readonly #clockwork = new AlarmClock(this.ctx.storage, this.#clock, [
    () => this.#callsAt(),
    () => this.#crew.nextLoss,
    () => (this.#notes.hasAny() ? this.#notesAt : undefined),
    () => this.#alarms.nextDue(),
    () => this.#checksAt,
  ]);
  /** When there is something to do; kept, for nobody else knows when Redis has forgotten. */
  #due: Instant | undefined = this.ctx.storage.kv.get<Instant>("due");
  #isOrderLost = this.ctx.storage.kv.get<boolean>("order-lost") ?? false;
  #orderLosses = 0;
  #calledAt: Instant | undefined;
  /** Counted, for clocks of two machines differ. A room that was born again counts from elsewhere. */
  #lastWake: number = this.#clock();
  /** A worker has said that there is more than he can do. */
  #isHelpWanted = false;
  #calls = 0;
  #notesAt: Instant = this.#clock();
  #checksAt: Instant | undefined = this.ctx.storage.kv.get<Instant>("checks-at");

  /** There is something to do at a moment. `isOrderLost`: jobs that are missing in Redis. */
  wake(at: Instant, { isOrderLost = false }: { readonly isOrderLost?: boolean } = {}): void {
    const now = this.#clock();
    this.#lastWake += 1;
    if (isOrderLost) this.#orderLosses += 1;
    if (isOrderLost && !this.#isOrderLost) this.#keepOrderLost(true);
    if (this.#checksAt === undefined) this.#checkNext();
    // Whoever is at work looks again.
    if (at <= now) this.#crew.awaken();
    const isSeenTo = at <= now && this.#crew.size > 0;
    if (!isSeenTo && (this.#due === undefined || at < this.#due)) this.#keepDue(at);
    this.#goOn();
  }

  /** A worker has come. One whose job QStash has brought again is the same one. */
  began(name: string): Began {
    this.#forgetLost();
    const now = this.#clock();
    if (!this.#crew.joins(name, now)) return { go: false };
    this.#calledAt = undefined;
    this.#isHelpWanted = false;
    // Should he be lost, and this room's memory of him too.
    this.#keepDue(after(now, lost));
    this.#goOn();
    const broken = this.#alarms.raised().map(alarmName);
    return { go: true, broken, ...this.#heard() };
  }

  /** There is more to do than a worker has hands for. */
  helpWanted(name: string): void {
    this.#crew.heard(name, this.#clock());
    this.#isHelpWanted = !this.#crew.isFull;
    this.#goOn();
  }

  /** How often jobs were missing in Redis; whoever rebuilds the lines asks before. */
  orderLosses(): number {
    return this.#orderLosses;
  }

  /** The lines are what the jobs were when there had been so many losses. */
  orderIsBack(losses: number): void {
    if (this.#isOrderLost && losses === this.#orderLosses) this.#keepOrderLost(false);
  }

  /** A worker goes, who had heard of this wake when he looked at the lines. `next`: when there was something to do again. */
  ended(name: string, lastWake: number, next: Instant | undefined): void {
    this.#crew.leaves(name);
    if (this.#crew.size === 0) this.#keepDue(this.#nextAfter(lastWake, next));
    this.#goOn();
  }

  /** A worker knows what is in the lines, and not what came after he looked, or is missing there. */
  #nextAfter(lastWake: number, next: Instant | undefined): Instant | undefined {
    const now = this.#clock();
    if (this.#lastWake !== lastWake) return now;
    return earliest([next, this.#isOrderLost ? after(now, seconds(2)) : undefined]);
  }

  /**
   * Answers as soon as there is something to do that was not there when the worker looked at the lines, or at a moment: a
   * worker that waits costs less than one that is called.
   */
  async news(lastWake: number, until: Instant): Promise<News> {
    const isThere =
      this.#lastWake !== lastWake || (await this.#crew.rests(Math.max(0, until - this.#clock())));
    return { isThere, ...this.#heard() };
  }

  #heard = (): Heard => ({ isOrderLost: this.#isOrderLost, lastWake: this.#lastWake });

  /** What came of jobs, when Postgres could not be told: it is told before anybody is called again. */
  keep(notes: readonly JobNote[]): void {
    this.#notes.add(notes);
    this.#notesAt = after(this.#clock(), seconds(2));
    this.#goOn();
  }

  /** Something broke that administrators should hear of; not if it is this source that cannot be read any more. */
  alarmed(alarm: ForwarderAlarm, source?: string): boolean {
    if (source !== undefined && this.#alarms.isGone(source)) return false;
    this.#alarms.raise(alarm, this.#clock());
    this.#goOn();
    return true;
  }

  /** It works again, if it was broken; `name` as `alarmName` has it. */
  healed(name: string): void {
    this.#alarms.clear(name, this.#clock());
    this.#goOn();
  }

  /** A chat was looked at; whether posts are carried from it. */
  seen(chat: Chat, isSource: boolean): void {
    this.#alarms.seen(chat, isSource, this.#clock());
    this.#goOn();
  }

  /** For `/health` and the metrics. */
  status() {
    return {
      workers: this.#crew.size,
      isWorkDue: this.#due !== undefined && this.#due <= this.#clock(),
      alarms: this.#alarms.raised(),
    };
  }

  /** What it does once a day, now; whether it could be done. */
  async check(): Promise<boolean> {
    const isDone = await this.#check();
    this.#goOn();
    return isDone;
  }

  override async alarm(invocation?: AlarmInvocationInfo): Promise<void> {
    this.#clockwork.rang(instant(invocation?.scheduledTime ?? 0));
    this.#forgetLost();
    this.#rouse();
    this.#clockwork.rearm();
    if (this.#notesAt <= this.#clock()) await this.#writeNotes();
    await this.#alarms.tell(this.#clock());
    if (this.#checksAt !== undefined && this.#checksAt <= this.#clock()) await this.#check();
    this.#goOn();
  }

  /** When somebody is to be called, for the first time or once more. Nobody is before the notes are written. */
  #callsAt(): Instant | undefined {
    if (this.#notes.hasAny()) return undefined;
    const wanted = this.#isHelpWanted ? this.#clock() : this.#due;
    if (wanted === undefined || this.#calledAt === undefined) return wanted;
    return latest(wanted, after(this.#calledAt, broughtWithin));
  }

  /** Something is due, and whoever is at work may be resting. */
  #rouse(): void {
    const now = this.#clock();
    if (this.#due === undefined || this.#due > now || this.#crew.size === 0) return;
    this.#lastWake += 1;
    this.#keepDue(after(now, lost));
    this.#crew.awaken();
  }

  #goOn(): void {
    this.ctx.waitUntil(this.#call());
    this.#clockwork.rearm();
  }

  /** Calls a worker when something is due and nobody is at it, or too few. Not before Postgres knows what the last ones did. */
  async #call(): Promise<void> {
    const now = this.#clock();
    const isDue = this.#due !== undefined && this.#due <= now && this.#crew.size === 0;
    const isCalled = this.#calledAt !== undefined && now < after(this.#calledAt, broughtWithin);
    if (!(isDue || this.#isHelpWanted) || isCalled || this.#notes.hasAny()) return;
    this.#calledAt = now;
    this.#calls += 1;
    try {
      const key = `deliver:${now}:${this.#calls}`;
      await publishJob(this.#config, { name: "deliver", body: {}, key, atOnce: this.#crew.most });
    } catch (error) {
      this.#log.warn("forwarder.not-called", described(error));
      // Again in five seconds.
      this.#calledAt = instant(now - broughtWithin + seconds(5));
    }
    this.#clockwork.rearm();
  }

  /** What somebody was at who is lost is due again. */
  #forgetLost(): void {
    const now = this.#clock();
    if (this.#crew.loses(now)) this.#keepDue(now);
  }

  async #writeNotes(): Promise<void> {
    if (!this.#notes.hasAny()) return;
    try {
      const { notes, last } = this.#notes.first();
      await noteJobs(this.#config.DATABASE_URL, notes, this.#clock());
      this.#notes.remove(last);
      this.#notesAt = this.#clock();
      // What they settled stands in its line still.
      this.wake(this.#clock(), { isOrderLost: true });
    } catch (error) {
      this.#notesAt = after(this.#clock(), seconds(5));
      this.#log.warn("forwarder.not-noted", described(error));
    }
  }

  /** Once a day: what the bot may do in its chats, and what nobody needs any more. Whether it could be done. */
  async #check(): Promise<boolean> {
    this.#checkNext();
    try {
      const channels = new ChannelService({ config: this.#config, log: this.#log });
      const chats = (await channels.checkAll()).map(({ chat }) => chat);
      const ids = chats.map(({ id }) => id);
      const sources = await sourcesAmong(this.#config.DATABASE_URL, ids);
      for (const chat of chats) this.#alarms.seen(chat, sources.has(chat.id), this.#clock());
      await forgetOldJobs(this.#config.DATABASE_URL, this.#clock());
      return true;
    } catch (error) {
      this.#log.warn("forwarder.not-checked", described(error));
      return false;
    }
  }

  #checkNext(): void {
    this.#checksAt = after(this.#clock(), betweenChecks);
    this.ctx.storage.kv.put("checks-at", this.#checksAt);
  }

  #keepDue(due: Instant | undefined): void {
    if (this.#due === due) return;
    this.#due = due;
    if (due === undefined) this.ctx.storage.kv.delete("due");
    else this.ctx.storage.kv.put("due", due);
  }

  #keepOrderLost(isLost: boolean): void {
    this.#isOrderLost = isLost;
    this.ctx.storage.kv.put("order-lost", isLost);
  }
}
