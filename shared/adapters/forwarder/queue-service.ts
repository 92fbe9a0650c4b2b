import { type Instant, instant } from "#kernel/clock";
import type { ForwarderConfig } from "#kernel/config";
import {
  deadJobs,
  doubtfulJobs,
  dropJobs,
  type EndedJob,
  type JobChoice,
  reviveJobs,
  type TargetLine,
  targetLines,
} from "../database/forwarder/open-jobs.ts";
import type { Part, Parted } from "../database/part.ts";
import { Lines } from "./lines.ts";

/** Tells whoever calls workers that there is something to do. `isOrderLost`: jobs that are missing in Redis. */
export type Wake = (at: Instant, order: { readonly isOrderLost: boolean }) => Promise<void>;

interface Needs {
  readonly config: ForwarderConfig;
  readonly wake: Wake;
}

/** What a person sees and does of the queue. Every method throws what `ask` throws. */
export class QueueService {
  readonly #config: ForwarderConfig;
  readonly #wake: Wake;

  constructor({ config, wake }: Needs) {
    this.#config = config;
    this.#wake = wake;
  }

  lines(): Promise<readonly TargetLine[]> {
    return targetLines(this.#config.DATABASE_URL);
  }

  /** What was given up, the latest first. */
  dead(choice: JobChoice, part: Part): Promise<Parted<EndedJob>> {
    return deadJobs(this.#config.DATABASE_URL, choice, part);
  }

  /** What may stand in its target twice, the latest first. */
  doubtful(choice: JobChoice, part: Part): Promise<Parted<EndedJob>> {
    return doubtfulJobs(this.#config.DATABASE_URL, choice, part);
  }

  /** Puts what was given up into line again; answers how many. */
  async retry(choice: JobChoice, who: string): Promise<number> {
    const now = instant(Date.now());
    const jobs = await reviveJobs(this.#config.DATABASE_URL, choice, who, now);
    if (jobs.length === 0) return 0;
    // They are in Postgres already: if Redis is away, the lines are built of them when it is back.
    const isThere = await new Lines(this.#config).put(jobs, now).catch(() => false);
    await this.#wake(now, { isOrderLost: !isThere });
    return jobs.length;
  }

  /** Gives up for good; answers how many. Redis hears of it when a worker is refused what it was given. */
  drop(choice: JobChoice & { readonly isWaitingToo?: boolean }, who: string): Promise<number> {
    return dropJobs(this.#config.DATABASE_URL, choice, who, instant(Date.now()));
  }
}
