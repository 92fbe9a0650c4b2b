import { after, type Clock, millis, minutes } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { SilenceError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { type ClaimedJob, claimJobs, releaseJobsOf } from "#adapters/database/forwarder/claim-jobs";
import { countOpenJobs, openAmong, openJobs } from "#adapters/database/forwarder/lines-of-jobs";
import { type JobNote, noteJobs } from "#adapters/database/forwarder/note-jobs";
import { Lines, type Settled, type Turn } from "#adapters/forwarder/lines";
import type { ForwarderDO } from "#durable-objects/forwarder/forwarder";
import { passed } from "./passed.ts";

/** A job is given to somebody else after this. No send takes so long. */
const lease = minutes(2);
/** What was not the first of its line is looked at again after this; the third time its line is made anew. */
const notNow = millis(300);
const patience = 3;
/** So often Postgres is asked for what it may have given away. */
const mostTimes = 4;

interface Needs {
  readonly config: ForwarderConfig;
  readonly log: Log;
  readonly clock: Clock;
  readonly room: DurableObjectStub<ForwarderDO>;
  /** The worker's name. */
  readonly worker: string;
}

/** What a worker reads and writes: the jobs in Postgres, and their order in Redis. */
export class Books {
  readonly #needs: Needs;
  readonly #lines: Lines;
  /** What the lines have still to be told. */
  #settled: Settled[] = [];
  /** How often Postgres has not given a job away that Redis had given. */
  readonly #refusals = new Map<number, number>();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#lines = new Lines(needs.config);
  }

  get hasNews(): boolean {
    return this.#settled.length > 0;
  }

  /** Tells the lines what came of jobs, and takes what is due. Should they be gone, they are made anew. */
  async turn(take: number): Promise<Turn> {
    for (;;) {
      const settled = this.#settled;
      const now = this.#needs.clock();
      const { MAX_CONCURRENT_FORWARDS: most } = this.#needs.config;
      const turn = await this.#lines.turn({ settled, take, most, lease, now });
      if (turn) {
        this.#settled = this.#settled.filter((each) => !settled.includes(each));
        return turn;
      }
      // Where others make them anew, doing so once more would take them away from the others, who would do the same.
      if (!(await this.#rebuildAlone("gone"))) await passed(notNow);
    }
  }

  /** Claims what was taken; what Postgres does not give away goes back. */
  async claim(taken: Turn["taken"]): Promise<readonly ClaimedJob[]> {
    if (taken.length === 0) return [];
    const { clock, config, worker, log } = this.#needs;
    const wish = { ids: taken.map(({ job }) => job), worker, lease, now: clock() };
    const claimed = await this.#insist(() => claimJobs(config.DATABASE_URL, wish));
    const refused = taken.filter(({ job }) => !claimed.some(({ id }) => id === job));
    try {
      await this.#sendBack(refused);
      await this.#dropMoved(taken, claimed);
    } catch (error) {
      // What was claimed has to be sent all the same: nobody else may for as long as the lease lasts.
      log.warn("deliver.not-put-right", described(error));
      this.#settled.push(...this.#again(refused));
    }
    return claimed;
  }

  /** Asks again where no answer has come: what was claimed and not heard of would stand still until its lease is over. */
  async #insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (let times = 1; ; times++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof SilenceError) || times === mostTimes) throw error;
        await passed(millis(notNow * times));
      }
    }
  }

  /**
   * What Postgres has not given away: another room may have put something before it a moment ago, and Redis hears of it
   * right away. Where it does not, the lines are wrong, and are made anew. A job that is over, for somebody has dropped it
   * or edited it away, leaves its line.
   */
  async #sendBack(sent: Turn["taken"]): Promise<void> {
    if (sent.length === 0) return;
    const { DATABASE_URL } = this.#needs.config;
    const open = await openAmong(
      DATABASE_URL,
      sent.map(({ job }) => job),
    );
    const refused = sent.filter(({ job }) => open.has(job));
    const over = sent.filter(({ job }) => !open.has(job));
    this.#settled.push(...over.map((each): Settled => ({ ...each, is: "over" })));
    for (const { job } of refused) this.#refusals.set(job, (this.#refusals.get(job) ?? 0) + 1);
    if (refused.some(({ job }) => this.#refusals.get(job) === patience)) await this.rebuild();
    else this.#settled.push(...this.#again(refused));
  }

  #again(taken: Turn["taken"]): readonly Settled[] {
    const until = after(this.#needs.clock(), notNow);
    return taken.map((each) => ({ ...each, is: "again", until }));
  }

  /** A group that has become a supergroup has no line under its old id any more. */
  async #dropMoved(taken: Turn["taken"], claimed: readonly ClaimedJob[]): Promise<void> {
    for (const { id, target } of claimed) {
      const chat = taken.find(({ job }) => job === id)?.chat;
      if (chat !== undefined && chat !== target.chat) await this.#lines.drop(chat);
    }
  }

  /** Writes down what came of jobs, in Postgres, or in the forwarder's room until Postgres is back. */
  async keep(notes: readonly JobNote[]): Promise<void> {
    if (notes.length === 0) return;
    const { config, clock, log, room } = this.#needs;
    try {
      await noteJobs(config.DATABASE_URL, notes, clock());
    } catch (error) {
      log.warn("deliver.not-noted", described(error));
      await room.keep(notes);
    }
  }

  /** Lets lines go on, at the next turn. Only what is written down may go on. */
  settle(settled: readonly Settled[]): void {
    this.#settled.push(...settled);
  }

  /** Makes the lines anew from the jobs, when nobody else does any more. */
  async rebuild(): Promise<void> {
    while (!(await this.#rebuildAlone("all"))) await passed(notNow);
  }

  /** False: somebody else is at it, or, of lines that were gone, has done it. */
  async #rebuildAlone(which: "all" | "gone"): Promise<boolean> {
    const { config, clock, log, room } = this.#needs;
    const loss = await room.orderLosses();
    if (!(await this.#lines.forget(which))) return false;
    const open = await openJobs(config.DATABASE_URL);
    await this.#lines.rebuild(open, clock());
    await room.orderIsBack(loss);
    log.info("lines.rebuilt", { jobs: open.length });
    return true;
  }

  async drop(chat: string): Promise<void> {
    await this.#lines.drop(chat);
    this.#settled = this.#settled.filter((each) => each.chat !== chat);
  }

  /**
   * What a worker that is dead was at: nobody is. `workers` is how its name began. What it had taken and not claimed yet only
   * the lines know of, and they do not say who it was: they are made anew.
   */
  async release(workers: string): Promise<void> {
    const { config, worker } = this.#needs;
    await releaseJobsOf(config.DATABASE_URL, workers, worker);
    await this.rebuild();
  }

  /** Redis knows of nothing any more. Where Postgres does, the lines are made anew; answers whether. */
  async sweep(): Promise<boolean> {
    const open = await countOpenJobs(this.#needs.config.DATABASE_URL);
    if (open > 0) await this.rebuild();
    return open > 0;
  }
}
