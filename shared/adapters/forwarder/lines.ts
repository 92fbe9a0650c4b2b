import { type Instant, instant, type Millis, seconds } from "#kernel/clock";
import type { QueueConfig } from "#kernel/config";
import { SilenceError } from "#kernel/errors";
import type { Pace } from "#domain/forwarder/pace";
import { redis } from "../redis.ts";
import {
  dropScript,
  emptyScript,
  forgetScript,
  knowScript,
  putScript,
  rebuildScript,
  turnScript,
} from "./lines-scripts.ts";

/** A job as its line knows it. */
export interface Standing {
  readonly id: number;
  readonly chat: string;
  readonly rank: number;
  readonly notBefore: Instant;
}

/** Of a job that was under way, or failed, when the lines were built anew. */
export interface Rebuilt extends Standing {
  readonly handUntil?: Instant;
  readonly retryAt?: Instant;
}

/** What came of a job that was taken. */
export type Settled = { readonly chat: string; readonly job: number } & (
  | { readonly is: "over"; readonly pace?: Paced }
  /** It stays the first of its line, which waits. `rest`: the whole bot waits. */
  | { readonly is: "again"; readonly until: Instant; readonly rest?: Instant }
  /** It leaves its line until then. */
  | { readonly is: "hold"; readonly rank: number; readonly until: Instant }
);

/** How fast a chat takes messages, and how many it was given; `until`: the mapping wants more of a pause. */
export interface Paced extends Pace {
  readonly messages: number;
  readonly until: Instant;
}

export interface Turn {
  readonly taken: readonly { readonly chat: string; readonly job: number }[];
  /** When there is something to do again; undefined: there is nothing at all. */
  readonly next: Instant | undefined;
  /** How many lines could go on at once, had somebody a hand free. */
  readonly more: number;
}

/** The order of jobs, in Redis. All of it can be made again from the jobs. Every method throws SilenceError when Redis is away. */
export class Lines {
  readonly #redis: ReturnType<typeof redis>;

  constructor(config: QueueConfig) {
    this.#redis = redis(config);
  }

  /** False: the lines were flushed, and have to be rebuilt. */
  async put(jobs: readonly Standing[], now: Instant): Promise<boolean> {
    return (await this.#run(putScript, [now, JSON.stringify(jobs.map(written))])) === 1;
  }

  /**
   * There are no lines until they are rebuilt; what is put from now on is in them then. False: somebody else is rebuilding
   * them, or, where only lines that are `gone` are meant, has done so.
   */
  async forget(which: "all" | "gone" = "all"): Promise<boolean> {
    return (await this.#run(forgetScript, [rebuiltWithin, which])) === 1;
  }

  /** Builds the lines from nothing. */
  async rebuild(jobs: readonly Rebuilt[], now: Instant): Promise<void> {
    await this.#run(emptyScript, []);
    for (const some of inPortions(jobs))
      await this.#run(rebuildScript, [now, JSON.stringify(some), rebuiltWithin]);
    await this.#run(knowScript, [now]);
  }

  /** There is no such chat any more. */
  async drop(chat: string): Promise<void> {
    await this.#run(dropScript, [chat]);
  }

  /** Says what came of what was taken, and takes what is due. Undefined: the lines were flushed, and nothing was done. */
  async turn(wish: {
    readonly settled: readonly Settled[];
    readonly take: number;
    readonly most: number;
    readonly lease: Millis;
    readonly now: Instant;
  }): Promise<Turn | undefined> {
    const settled = JSON.stringify(wish.settled.map(settledAs));
    const said = await this.#run(turnScript, [wish.now, settled, wish.take, wish.most, wish.lease]);
    // The cast: the script has written it. The client reads JSON by itself.
    const turn = said as Answer;
    if (turn.flushed) return undefined;
    return {
      taken: (turn.taken ?? []).map(([chat, job]) => ({ chat: String(chat), job: Number(job) })),
      next: turn.next === undefined ? undefined : instant(turn.next),
      more: turn.more,
    };
  }

  async #run(script: string, values: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.#redis.eval(script, [], values.map(String));
    } catch (cause) {
      throw new SilenceError("redis", cause);
    }
  }
}

interface Answer {
  readonly flushed?: true;
  readonly taken?: readonly (readonly [string | number, string | number])[];
  readonly next?: number;
  readonly more: number;
}

/** Sixteen digits: equal ranks stand by their text. */
const jobName = (id: number) => String(id).padStart(16, "0");

const written = ({ id, ...job }: Rebuilt) => ({ ...job, id: jobName(id) });

function settledAs(each: Settled) {
  const { chat, is } = each;
  const base = { chat, is, job: jobName(each.job) };
  if (each.is === "hold") return { ...base, rank: each.rank, notBefore: each.until };
  if (each.is === "again") return { ...base, untilMoment: each.until, rest: each.rest };
  if (!each.pace) return base;
  const { every, burst, messages, until } = each.pace;
  return { ...base, every, burst, messages, untilMoment: until };
}

/** Whoever rebuilds the lines and is not heard of for so long is dead. */
const rebuiltWithin = seconds(5);
/** So many jobs are written in one step: Redis does nothing else meanwhile. */
const portion = 500;

/** The lines of some chats at a time, each of them whole. */
function inPortions(jobs: readonly Rebuilt[]) {
  const lines = [...Map.groupBy(jobs, ({ chat }) => chat)].map(([chat, standing]) => ({
    chat,
    jobs: standing.map(written),
    handUntil: standing.find(({ handUntil }) => handUntil)?.handUntil,
    retryAt: standing.find(({ retryAt }) => retryAt)?.retryAt,
  }));
  const portions: (typeof lines)[] = [];
  let room = 0;
  for (const line of lines) {
    if (room <= 0) {
      portions.push([]);
      room = portion;
    }
    portions.at(-1)?.push(line);
    room -= line.jobs.length;
  }
  return portions;
}
