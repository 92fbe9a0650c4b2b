import { type Clock, instant, type Instant, millis, seconds } from "#kernel/clock";
import { UpstreamError } from "#kernel/errors";
import type { ClaimedJob } from "#adapters/database/forwarder/claim-jobs";
import type { JobNote } from "#adapters/database/forwarder/note-jobs";
import type { Settled } from "#adapters/forwarder/lines";
import { ChatMigrated } from "#adapters/telegram/bot-api";
import type { Arrival } from "#domain/forwarder/arrival";
import { quietUntil } from "#domain/forwarder/due";
import { type MappingSettings, mappingSettings } from "#domain/forwarder/mapping-settings";
import { paceOf } from "#domain/forwarder/pace";
import type { Sender } from "#domain/forwarder/sender";
import { carried, erred, failed, flood, type Increment, lasted } from "#domain/forwarder/tally";
import { isOfTarget, type TroubleKind } from "#domain/forwarder/trouble";
import { type Failures, mayTryBlindly, type Verdict, verdictOn } from "#domain/forwarder/verdict";
import { type Done, Errand } from "./errand.ts";
import { kindOf } from "./kind-of.ts";

/** What a job has come to: what to write down, what to tell its line, and what others have to hear. */
export interface Delivered {
  readonly note: JobNote;
  readonly settled: Settled;
  /** For the room of the target, where it is a source too. */
  readonly arrivals: readonly Arrival[];
  readonly trouble?: TroubleKind;
  readonly migratedTo?: string;
}

/** What a delivery needs besides its job. `keep` writes down that one of several steps was made. */
export interface Means {
  readonly sender: Sender;
  readonly worker: string;
  readonly clock: Clock;
  readonly keep: (note: JobNote) => Promise<void>;
}

/** Does a claimed job, and says what came of it. Never throws. */
export const deliver = (job: ClaimedJob, means: Means): Promise<Delivered> => new Delivery(job, means).run();

/** Telegram as a whole cannot be reached: no job has failed, and all look again after this. */
const unreachable = seconds(5);

class Delivery {
  readonly #job: ClaimedJob;
  readonly #means: Means;
  readonly #settings: MappingSettings;
  /** A later version may have written settings that this one cannot read. */
  readonly #isReadable: boolean;
  readonly #errand: Errand;
  readonly #began: Instant;

  constructor(job: ClaimedJob, means: Means) {
    this.#job = job;
    this.#means = means;
    const settings = mappingSettings.safeParse(job.mapping?.settings ?? {});
    this.#isReadable = settings.success;
    this.#settings = settings.data ?? mappingSettings.parse({});
    this.#errand = new Errand(job, this.#settings, means.sender, () => means.keep(this.#note("sending", {})));
    this.#began = means.clock();
  }

  async run(): Promise<Delivered> {
    const { mapping, unsure, work } = this.#job;
    if (!mapping?.enabled)
      return this.#over({ outcome: mapping ? "mapping-off" : "mapping-gone", messages: 0, arrivals: [] });
    if (!this.#isReadable)
      return this.#dead({ ...this.#job, kind: "unknown" }, "The mapping's settings cannot be read");
    const quiet = quietUntil(this.#settings, this.#began);
    if (quiet !== undefined) return this.#held(quiet);
    if (work.is === "post" && !mayTryBlindly(unsure, this.#settings))
      return this.#dead({ ...this.#job, kind: "unsure" }, "");
    return (await this.#unreached()) ?? this.#do();
  }

  /** What has failed before is tried again only where Telegram answers at all. */
  async #unreached(): Promise<Delivered | undefined> {
    if (this.#job.attempts + this.#job.unsure === 0) return undefined;
    try {
      await this.#means.sender.reach();
      return undefined;
    } catch (error) {
      const until =
        (error instanceof UpstreamError && error.retryAt) || instant(this.#means.clock() + unreachable);
      return this.#again({ ...this.#job, until }, kindOf(error), said(error));
    }
  }

  async #do(): Promise<Delivered> {
    try {
      return this.#over(await this.#errand.run(this.#job.work));
    } catch (error) {
      return this.#failed(error);
    }
  }

  #over({ outcome, unlinked, messages, arrivals }: Done): Delivered {
    const { id, target, targetType } = this.#job;
    const { perMinute } = this.#settings;
    const until = instant(perMinute && messages > 0 ? this.#means.clock() + 60_000 / perMinute : 0);
    return {
      note: this.#note("done", {
        outcome,
        counts: this.#counts(outcome, messages),
        ...(unlinked && { unlinked }),
      }),
      settled: {
        chat: target.chat,
        job: id,
        is: "over",
        ...(messages > 0 && { pace: { ...paceOf(targetType), messages, until } }),
      },
      arrivals,
    };
  }

  #counts(outcome: string, messages: number): readonly Increment[] {
    const { mappingId, createdAt, work } = this.#job;
    if (work.is !== "post" || messages === 0) return [];
    return [
      carried(mappingId, outcome === "forward" ? "forward" : "copy"),
      ...lasted(mappingId, "queued", millis(this.#began - createdAt)),
      ...lasted(mappingId, "sent", millis(this.#means.clock() - this.#began)),
    ];
  }

  /** Quiet hours have begun meanwhile. */
  #held(until: Instant): Delivered {
    const { id, rank, target } = this.#job;
    return {
      note: this.#note("waiting", { notBefore: until }),
      settled: { chat: target.chat, job: id, is: "hold", rank, until },
      arrivals: [],
    };
  }

  #failed(error: unknown): Delivered {
    const kind = kindOf(error);
    const now = this.#means.clock();
    if (error instanceof ChatMigrated)
      return { ...this.#again({ ...this.#job, until: now }, kind, said(error)), migratedTo: error.to };
    const retryAt = error instanceof UpstreamError ? error.retryAt : undefined;
    const failure = { kind, isRepeatable: this.#errand.isRepeatable, ...(retryAt && { retryAt }) };
    const verdict = verdictOn(failure, this.#job, this.#settings, now);
    return verdict.is === "again"
      ? this.#again(verdict, kind, said(error))
      : this.#dead(verdict, said(error));
  }

  #again(
    { until, attempts, unsure, rest }: Omit<Extract<Verdict, { is: "again" }>, "is">,
    kind: TroubleKind,
    words: string,
  ): Delivered {
    const { id, mappingId, target } = this.#job;
    const wait = millis(until - this.#means.clock());
    const counts = [erred(mappingId, kind), ...(kind === "flood" ? [flood(mappingId, wait)] : [])];
    return {
      note: this.#note("waiting", { attempts, unsure, retryAt: until, outcome: kind, said: words, counts }),
      settled: { chat: target.chat, job: id, is: "again", until, ...(rest && { rest }) },
      arrivals: [],
      trouble: kind,
    };
  }

  #dead({ kind, attempts, unsure }: Failures & { readonly kind: TroubleKind }, words: string): Delivered {
    const { id, mappingId, target, work } = this.#job;
    const counts = [erred(mappingId, kind), failed(mappingId, this.#settings.mode)];
    // Whoever may not pin may post all the same.
    const trouble = isOfTarget(kind) && (work.is === "post" || kind !== "no_rights") ? { trouble: kind } : {};
    return {
      note: this.#note("dead", { attempts, unsure, outcome: kind, said: words, counts, ...trouble }),
      settled: { chat: target.chat, job: id, is: "over" },
      arrivals: [],
      ...trouble,
    };
  }

  #note(state: JobNote["state"], what: Partial<JobNote>): JobNote {
    const { id, attempts, unsure } = this.#job;
    const { worker } = this.#means;
    return { id, worker, state, attempts, unsure, counts: [], ...this.#errand.progress, ...what };
  }
}

/** In Telegram's words, which name no secret. */
const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
