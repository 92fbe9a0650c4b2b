import {
  after,
  between,
  type Clock,
  instant,
  type Instant,
  type Millis,
  millis,
  seconds,
} from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { described, type Log } from "#kernel/log";
import type { ClaimedJob } from "#adapters/database/forwarder/claim-jobs";
import { followMigration } from "#adapters/database/forwarder/lines-of-jobs";
import { type SenderPool, senders } from "#adapters/forwarder/sender-pool";
import { type ForwarderDO, handsOfWorker } from "#durable-objects/forwarder/forwarder";
import { Books } from "./books.ts";
import { deliver, type Delivered } from "./deliver-job.ts";
import { News } from "./news.ts";
import { passed } from "./passed.ts";

/** A worker goes after this, and lets another one be called: a request should have an end. */
const longest = seconds(50);
/** It waits for what is due soon rather than being called again: a call costs, waiting does not. */
const lingers = seconds(8);
/** Whoever comes back within this is written down together with the first one. */
const gathers = millis(100);
/** Another worker is there within this, or is not needed. */
const helpComesWithin = seconds(5);
/** Something it cannot do without is away: somebody looks again after this. */
const away = seconds(10);

interface Surroundings {
  readonly env: Env;
  readonly config: ForwarderConfig;
  readonly log: Log;
  readonly clock: Clock;
}

/** Which call of QStash brought a worker, and how often that call was brought before. */
export interface Calling {
  readonly call: string;
  readonly retried: number;
}

/** One worker's time at work: it takes jobs while it has a hand free, and notes what came of them. */
export class Shift {
  readonly #around: Surroundings;
  readonly #calling: Calling;
  readonly #name: string;
  readonly #room: DurableObjectStub<ForwarderDO>;
  readonly #books: Books;
  readonly #sender: SenderPool;
  readonly #sending = new Set<Promise<void>>();
  #delivered: Delivered[] = [];
  #askedForHelpAt: Instant = instant(0);
  #news: News;
  #hearing: Promise<boolean> | undefined;
  /** The room's last wake of which he has heard, and that of which he had when he looked at the lines. */
  #lastWake = 0;
  #lookedAfter = 0;

  constructor(around: Surroundings, calling: Calling) {
    this.#around = around;
    this.#calling = calling;
    this.#name = `${calling.call}:${crypto.randomUUID().slice(0, 8)}`;
    this.#room = around.env.FORWARDER.getByName("forwarder");
    this.#books = new Books({ ...around, room: this.#room, worker: this.#name });
    this.#news = new News(this.#room, []);
    this.#sender = senders(around.config, around.clock);
  }

  async work(): Promise<void> {
    const began = await this.#room.began(this.#calling.call);
    if (!began.go) return this.#bury();
    this.#news = new News(this.#room, began.broken);
    this.#lastWake = began.lastWake;
    let next: Instant | undefined;
    let isOrderLost = false;
    try {
      await this.#bury();
      if (began.isOrderLost) await this.#books.rebuild();
      next = await this.#until(after(this.#around.clock(), longest));
    } catch (error) {
      this.#around.log.warn("deliver.broke-off", described(error));
      next = after(this.#around.clock(), away);
      // What the lines have given away may never have come here.
      isOrderLost = true;
    }
    await Promise.all(this.#sending);
    await this.#writeDown();
    await this.#lastWord();
    if (isOrderLost) await this.#room.wake(after(this.#around.clock(), away), { isOrderLost });
    await this.#room.ended(this.#calling.call, this.#lookedAfter, next);
  }

  /** Whoever was called before with the same call is dead: what he was at is there for others, also where nobody takes his place. */
  async #bury(): Promise<void> {
    if (this.#calling.retried === 0) return;
    await this.#books.release(`${this.#calling.call}:`);
    await this.#room.wake(this.#around.clock());
  }

  /** Answers when there is something to do again. */
  async #until(end: Instant): Promise<Instant | undefined> {
    const { clock } = this.#around;
    for (;;) {
      const isLate = clock() >= end;
      const free = isLate ? 0 : handsOfWorker - this.#sending.size;
      this.#lookedAfter = this.#lastWake;
      const { taken, more, next } = await this.#books.turn(free);
      for (const job of await this.#books.claim(taken)) this.#send(job);
      if (more > 0 && this.#sending.size === handsOfWorker) await this.#askForHelp();
      if (this.#sending.size > 0) await this.#someBack(end);
      // What was taken and refused is told first: until then the lines believe that somebody is at it, for minutes.
      else if (this.#books.hasNews) continue;
      else if (isLate || !(await this.#waits(next))) return next;
    }
  }

  /** Whether he waits for what comes next: for what is due soon, and a while where there is nothing at all. */
  async #waits(next: Instant | undefined): Promise<boolean> {
    if (next === undefined) return (await this.#books.sweep()) || this.#lingers();
    const isSoon = next <= after(this.#around.clock(), lingers);
    if (isSoon) await this.#rest(next);
    return isSoon;
  }

  /** Once, and again when whoever was called would have come. */
  async #askForHelp(): Promise<void> {
    const now = this.#around.clock();
    if (now < after(this.#askedForHelpAt, helpComesWithin)) return;
    this.#askedForHelpAt = now;
    await this.#room.helpWanted(this.#calling.call);
  }

  #send(job: ClaimedJob): void {
    const sending: Promise<void> = this.#deliver(job).finally(() => this.#sending.delete(sending));
    this.#sending.add(sending);
  }

  /** Waits until somebody has come back, and a moment for whoever comes right after him: all of it is written down at once. */
  async #someBack(end: Instant): Promise<void> {
    const hasFreeHand = this.#sending.size < handsOfWorker;
    await Promise.race([...this.#sending, ...(hasFreeHand ? [this.#hears(end)] : [])]);
    await Promise.race([Promise.all(this.#sending), passed(gathers)]);
    await this.#writeDown();
  }

  async #rest(until: Instant): Promise<void> {
    const wait = passed(millis(Math.max(0, until - this.#around.clock())));
    await Promise.race([wait, this.#hears(after(until, lingers))]);
  }

  /** There is nothing at all: whether something comes while it would be called for anew. */
  #lingers(): Promise<boolean> {
    const nothing = passed(lingers).then(() => false);
    return Promise.race([nothing, this.#hears(after(this.#around.clock(), lingers))]);
  }

  /** Whether the forwarder's room has said that there is something to do. Asked once, and again when it has answered. */
  #hears(until: Instant): Promise<boolean> {
    this.#hearing ??= this.#heard(until).finally(() => (this.#hearing = undefined));
    return this.#hearing;
  }

  /** Never throws, for at the end of a shift nobody listens any more. */
  async #heard(until: Instant): Promise<boolean> {
    try {
      const { isThere, isOrderLost, lastWake } = await this.#room.news(this.#lookedAfter, until);
      this.#lastWake = lastWake;
      if (isOrderLost) await this.#books.rebuild();
      return isThere;
    } catch (error) {
      this.#around.log.warn("deliver.not-heard", described(error));
      return false;
    }
  }

  /** Never throws: what was sent has to be written down. */
  async #deliver(job: ClaimedJob): Promise<void> {
    const { clock, log } = this.#around;
    const began = clock();
    const delivered = await deliver(job, {
      sender: this.#sender,
      worker: this.#name,
      clock,
      keep: (note) => this.#books.keep([note]),
    });
    this.#log(job, delivered, between(began, clock()));
    try {
      await this.#pass(job, delivered);
    } catch (error) {
      log.error("deliver.not-passed-on", { job: job.id, ...described(error) });
    }
    this.#delivered.push(delivered);
  }

  /** What others have to hear, before the job counts as done: lest a chain break where somebody is killed. */
  async #pass(job: ClaimedJob, delivered: Delivered): Promise<void> {
    const { env, clock } = this.#around;
    const { chat } = job.target;
    const room = env.SOURCE_CHAT.getByName(chat);
    for (const arrival of delivered.arrivals) await room.receive(arrival);
    if (delivered.migratedTo) await this.#follow(chat, delivered.migratedTo);
    await this.#news.of(job, delivered, clock());
  }

  #log(job: ClaimedJob, { note }: Delivered, took: Millis): void {
    this.#around.log[note.state === "dead" ? "warn" : "info"]("job.ended", {
      job: job.id,
      mapping: job.mappingId,
      source: job.sourceChat,
      target: job.target.chat,
      traceId: job.traceId,
      state: note.state,
      outcome: note.outcome,
      attempts: note.attempts,
      took,
      ...(note.said && { said: note.said }),
    });
  }

  async #follow(from: string, to: string): Promise<void> {
    const { config, env } = this.#around;
    await followMigration(config.DATABASE_URL, from, to);
    for (const chat of [from, to]) await env.SOURCE_CHAT.getByName(chat).mappingsChanged();
    await this.#books.drop(from);
    await this.#room.wake(instant(this.#around.clock()), { isOrderLost: true });
  }

  /** Writes down what came of jobs, and only then lets their lines go on. */
  async #writeDown(): Promise<void> {
    const delivered = this.#delivered;
    this.#delivered = [];
    await this.#books.keep(delivered.map(({ note }) => note));
    this.#books.settle(delivered.map(({ settled }) => settled));
  }

  /** What the lines have still to hear when a worker goes. */
  async #lastWord(): Promise<void> {
    if (!this.#books.hasNews) return;
    try {
      await this.#books.turn(0);
    } catch (error) {
      this.#around.log.warn("redis.failed", described(error));
      await this.#room.wake(after(this.#around.clock(), away), { isOrderLost: true });
    }
  }
}
