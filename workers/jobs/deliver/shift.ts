import {
  after,
  type Clock,
  instant,
  type Instant,
  latest,
  type Millis,
  millis,
  minutes,
  seconds,
} from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import { type ClaimedJob, claimJobs, releaseJobsOf } from "#adapters/database/forwarder/claim-jobs";
import {
  countOpenJobs,
  followMigration,
  type OpenJob,
  openJobs,
} from "#adapters/database/forwarder/lines-of-jobs";
import { type JobNote, noteJobs } from "#adapters/database/forwarder/note-jobs";
import { BotSender } from "#adapters/forwarder/bot-sender";
import { Lines, type Settled, type Turn } from "#adapters/forwarder/lines";
import { type ForwarderDO, handsOfWorker } from "#durable-objects/forwarder/forwarder";
import { alarmName, type ForwarderAlarm } from "#domain/forwarder/alarms/alarm";
import { isOfTarget } from "#domain/forwarder/trouble";
import { deliver, type Delivered } from "./deliver-job.ts";

/** A job is given to somebody else after this. No send takes so long. */
const lease = minutes(2);
/** A worker goes after this, and lets another one be called: a request should have an end. */
const longestShift = seconds(50);
/** It waits for what is due soon rather than being called again: a call costs, waiting does not. */
const lingers = seconds(8);
/** What was not the first of its line is looked at again after this; the third time its line is made anew. */
const notNow = millis(300);
const patience = 3;
/** Whoever comes back within this is written down together with the first one. */
const gathers = millis(100);

interface Surroundings {
  readonly env: Env;
  readonly config: ForwarderConfig;
  readonly log: Log;
  readonly clock: Clock;
}

/** One worker's time at work: it takes jobs while it has a hand free, and notes what came of them. */
export class Shift {
  readonly #around: Surroundings;
  /** The delivery of QStash, and which attempt of it. */
  readonly #name: string;
  readonly #room: DurableObjectStub<ForwarderDO>;
  readonly #lines: Lines;
  readonly #sender: BotSender;
  readonly #sending = new Set<Promise<void>>();
  #news: Promise<void> | undefined;
  /** When the lines were last looked at. */
  #lookedAt: Instant = instant(0);
  /** How often Postgres has not given a job away that Redis had given. */
  readonly #refusals = new Map<number, number>();
  /** The names of what administrators were told is broken. */
  #broken = new Set<string>();
  #delivered: Delivered[] = [];
  #settled: Settled[] = [];

  constructor(around: Surroundings, name: string) {
    this.#around = around;
    this.#name = name;
    this.#room = around.env.FORWARDER.getByName("forwarder");
    this.#lines = new Lines(around.config);
    const { TELEGRAM_FORWARDER_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = around.config;
    this.#sender = new BotSender({ token, apiRoot });
  }

  /** `delivery`: the job of QStash, which has brought it `retried` times before; whoever had it then is dead. */
  async work(delivery: string, retried: number): Promise<void> {
    const { clock, log } = this.#around;
    const began = await this.#room.began(delivery);
    if (!began.go) return;
    this.#broken = new Set(began.broken);
    const end = after(clock(), longestShift);
    let next: Instant | undefined;
    try {
      if (retried > 0) await this.#release(delivery);
      if (began.isOrderLost) await this.#rebuild();
      next = await this.#until(end, delivery);
    } catch (error) {
      log.warn("deliver.broke-off", described(error));
      next = after(clock(), seconds(5));
    }
    await Promise.all(this.#sending);
    await this.#note();
    await this.#settle();
    await this.#room.ended(delivery, this.#lookedAt, next);
  }

  /** Answers when there is something to do again. */
  async #until(end: Instant, delivery: string): Promise<Instant | undefined> {
    const { clock } = this.#around;
    for (;;) {
      const isLate = clock() >= end;
      const free = handsOfWorker - this.#sending.size;
      const turn = await this.#turn(isLate ? 0 : free);
      if (!turn) {
        await this.#rebuild();
        continue;
      }
      await this.#send(turn.taken);
      if (turn.more > 0 && !isLate) await this.#room.helpWanted(delivery);
      if (this.#sending.size > 0) await this.#someBack(end);
      else if (isLate) return turn.next;
      else if (turn.next === undefined) return this.#sweep();
      else if (turn.next > after(clock(), lingers)) return turn.next;
      else if (this.#settled.length === 0) await this.#rest(turn.next);
    }
  }

  /** Waits until somebody has come back, and a moment for whoever comes right after him: all of it is written down at once. */
  async #someBack(end: Instant): Promise<void> {
    const hasFreeHand = this.#sending.size < handsOfWorker;
    await Promise.race([...this.#sending, ...(hasFreeHand ? [this.#hears(end)] : [])]);
    await Promise.race([Promise.all(this.#sending), passed(gathers)]);
    await this.#note();
  }

  async #rest(until: Instant): Promise<void> {
    const wait = passed(millis(Math.max(0, until - this.#around.clock())));
    await Promise.race([wait, this.#hears(after(until, lingers))]);
  }

  /** The forwarder's room says that there is something to do. Asked once, and again when it has answered. */
  #hears(until: Instant): Promise<void> {
    this.#news ??= this.#room.news(until).finally(() => (this.#news = undefined));
    return this.#news;
  }

  async #turn(take: number): Promise<Turn | undefined> {
    const settled = this.#settled;
    this.#lookedAt = this.#around.clock();
    const { MAX_CONCURRENT_FORWARDS: most } = this.#around.config;
    const turn = await this.#lines.turn({ settled, take, most, lease, now: this.#around.clock() });
    if (turn) this.#settled = this.#settled.filter((each) => !settled.includes(each));
    return turn;
  }

  /** Claims what was taken; what Postgres does not give away goes back. */
  async #send(taken: Turn["taken"]): Promise<void> {
    if (taken.length === 0) return;
    const { clock, config } = this.#around;
    const wish = { ids: taken.map(({ job }) => job), worker: this.#name, lease, now: clock() };
    let claimed: readonly ClaimedJob[];
    try {
      claimed = await claimJobs(config.DATABASE_URL, wish);
    } catch (error) {
      this.#settled.push(...this.#backAgain(taken));
      throw error;
    }
    await this.#sendBack(taken.filter(({ job }) => !claimed.some(({ id }) => id === job)));
    for (const job of claimed) {
      const sending: Promise<void> = this.#deliver(job).finally(() => this.#sending.delete(sending));
      this.#sending.add(sending);
    }
  }

  /**
   * What Postgres has not given away: another room may have put something before it a moment ago, and Redis hears of it
   * right away. Where it does not, the lines are wrong, and are made anew.
   */
  async #sendBack(refused: Turn["taken"]): Promise<void> {
    this.#settled.push(...this.#backAgain(refused));
    for (const { job } of refused) this.#refusals.set(job, (this.#refusals.get(job) ?? 0) + 1);
    if (!refused.some(({ job }) => this.#refusals.get(job) === patience)) return;
    const open = new Set((await this.#rebuild()).map(({ id }) => id));
    this.#settled = this.#settled.map((each) =>
      open.has(each.job) ? each : { chat: each.chat, job: each.job, is: "over" },
    );
  }

  #backAgain(taken: Turn["taken"]): readonly Settled[] {
    const until = after(this.#around.clock(), notNow);
    return taken.map((each) => ({ ...each, is: "again", until }));
  }

  async #deliver(job: ClaimedJob): Promise<void> {
    const { clock, log, env } = this.#around;
    const delivered = await deliver(job, {
      sender: this.#sender,
      worker: this.#name,
      clock,
      progress: (note) => this.#keep([note]),
    });
    const { note, trouble, arrivals, migratedTo } = delivered;
    log[note.state === "dead" ? "warn" : "info"]("job.ended", {
      job: job.id,
      mapping: job.mappingId,
      traceId: job.traceId,
      state: note.state,
      outcome: note.outcome,
      attempts: note.attempts,
      ...(note.said && { said: note.said }),
    });
    // Before the job counts as done, lest a chain break where somebody was killed.
    if (arrivals.length > 0) {
      const room = env.SOURCE_CHAT.getByName(job.target.chat);
      for (const arrival of arrivals) await room.receive(arrival);
    }
    if (migratedTo) await this.#follow(job.target.chat, migratedTo);
    await this.#tell(job, delivered, trouble);
    this.#delivered.push(delivered);
  }

  /** Says what broke, and what works again. */
  async #tell({ target: { chat } }: ClaimedJob, { note, settled }: Delivered, trouble: Delivered["trouble"]) {
    const { clock } = this.#around;
    if (trouble && isOfTarget(trouble)) await this.#break({ is: "target", chat, kind: trouble });
    if (trouble === "auth") await this.#break({ is: "auth" });
    if (settled.is === "again" && settled.until > after(clock(), minutes(60)))
      await this.#break({ is: "flood", minutes: Math.ceil((settled.until - clock()) / minutes(1)) });
    if (note.state === "done" && note.links.length > 0) await this.#heal([`target:${chat}`, "auth", "flood"]);
  }

  async #break(alarm: ForwarderAlarm): Promise<void> {
    if (this.#broken.has(alarmName(alarm))) return;
    this.#broken.add(alarmName(alarm));
    await this.#room.alarmed(alarm);
  }

  async #heal(alarms: readonly string[]): Promise<void> {
    for (const alarm of alarms.filter((each) => this.#broken.has(each))) {
      this.#broken.delete(alarm);
      await this.#room.healed(alarm);
    }
  }

  async #follow(from: string, to: string): Promise<void> {
    await followMigration(this.#around.config.DATABASE_URL, from, to);
    await this.#around.env.SOURCE_CHAT.getByName(from).mappingsChanged();
    await this.#around.env.SOURCE_CHAT.getByName(to).mappingsChanged();
    await this.#rebuild();
  }

  /** Writes down what came of jobs, and only then lets their lines go on. */
  async #note(): Promise<void> {
    const delivered = this.#delivered;
    this.#delivered = [];
    if (delivered.length === 0) return;
    await this.#keep(delivered.map(({ note }) => note));
    this.#settled.push(...delivered.map(({ settled }) => settled));
  }

  /** In Postgres, or in the forwarder's room until Postgres is back. */
  async #keep(notes: readonly JobNote[]): Promise<void> {
    try {
      await noteJobs(this.#around.config.DATABASE_URL, notes, this.#around.clock());
    } catch (error) {
      this.#around.log.warn("deliver.not-noted", described(error));
      await this.#room.keep(notes);
    }
  }

  /** What is still to be told to Redis when a worker goes. */
  async #settle(): Promise<void> {
    if (this.#settled.length === 0) return;
    await this.#turn(0).catch((error: unknown) => {
      this.#around.log.warn("redis.failed", described(error));
    });
  }

  async #rebuild(): Promise<readonly OpenJob[]> {
    const { config, clock, log } = this.#around;
    const open = await openJobs(config.DATABASE_URL);
    await this.#lines.rebuild(
      open.map((job) => (job.handUntil ? { ...job, handUntil: latest(job.handUntil, clock()) } : job)),
      clock(),
    );
    await this.#room.orderIsBack();
    log.info("lines.rebuilt", { jobs: open.length });
    return open;
  }

  /** What another worker had when it died: it is not at it any more. */
  async #release(delivery: string): Promise<void> {
    const released = await releaseJobsOf(this.#around.config.DATABASE_URL, `${delivery}:`, this.#name);
    this.#settled.push(
      ...released.map(({ id, chat }): Settled => ({
        chat,
        job: id,
        is: "again",
        until: this.#around.clock(),
      })),
    );
  }

  /** Redis knows of nothing any more. If Postgres does, Redis was flushed at a bad moment. */
  async #sweep(): Promise<Instant | undefined> {
    const open = await countOpenJobs(this.#around.config.DATABASE_URL);
    if (open === 0) return undefined;
    await this.#rebuild();
    return instant(this.#around.clock());
  }
}

const passed = (wait: Millis): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait));
