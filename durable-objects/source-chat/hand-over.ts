import { type Clock, instant } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import { UpstreamError } from "#kernel/errors";
import { described, type Log } from "#kernel/log";
import { type PutJob, putJobs, type Wish } from "#adapters/database/forwarder/put-jobs";
import { Lines } from "#adapters/forwarder/lines";
import type { ForwarderDO } from "../forwarder/forwarder.ts";

interface Needs {
  readonly config: ForwarderConfig;
  readonly log: Log;
  readonly clock: Clock;
  readonly forwarder: DurableObjectStub<ForwarderDO>;
  /** Keeps what Postgres will never take. */
  readonly bury: (key: string, what: unknown, why: string) => void;
}

/** How a source's wishes become jobs that stand in line. */
export class HandOver {
  readonly #needs: Needs;
  readonly #lines: Lines;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#lines = new Lines(needs.config);
  }

  /**
   * Postgres has the jobs, then Redis their order; if Redis is away, the forwarder's room sees to it later. Can be done
   * again. Throws SilenceError and UpstreamError when Postgres is away.
   */
  async put(wishes: readonly Wish[]): Promise<void> {
    const { log, clock, forwarder } = this.#needs;
    const jobs = await this.#jobsOf(wishes);
    if (jobs.length === 0) return;
    const isThere = await this.#lines.put(jobs, clock()).catch((error: unknown) => {
      log.warn("redis.failed", described(error));
      return false;
    });
    const due = instant(Math.min(...jobs.map(({ notBefore }) => notBefore)));
    await forwarder.wake(due, { isOrderLost: !isThere });
  }

  /** What Postgres will never take must not hold up the others: writing one by one finds it. */
  async #jobsOf(wishes: readonly Wish[]): Promise<readonly PutJob[]> {
    const { config, clock } = this.#needs;
    try {
      return await putJobs(config.DATABASE_URL, wishes, clock());
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.retry) throw error;
      const [wish] = wishes;
      if (wish && wishes.length === 1) return this.#refused(wish, error);
      const jobs: PutJob[] = [];
      for (const each of wishes) jobs.push(...(await this.#jobsOf([each])));
      return jobs;
    }
  }

  #refused(wish: Wish, error: UpstreamError): readonly PutJob[] {
    this.#needs.log.error("source.refused", { owner: wish.owner, ...described(error) });
    this.#needs.bury(`refused:${wish.owner}`, wish, error.said);
    return [];
  }
}
