import { type Clock, instant, type Instant, millis } from "#kernel/clock";
import { SilenceError, UpstreamError } from "#kernel/errors";
import type { ClaimedJob } from "#adapters/database/forwarder/claim-jobs";
import type { JobNote } from "#adapters/database/forwarder/note-jobs";
import type { Settled } from "#adapters/forwarder/lines";
import type { Arrival } from "#domain/forwarder/arrival";
import { ChatMigrated } from "#adapters/telegram/bot-api";
import { arrivalsInTarget } from "#domain/forwarder/chain";
import { quietUntil } from "#domain/forwarder/due";
import type { Work } from "#domain/forwarder/job";
import { type MappingSettings, mappingSettings } from "#domain/forwarder/mapping-settings";
import { paceOf } from "#domain/forwarder/pace";
import type { Destination, Sender } from "#domain/forwarder/sender";
import type { Sent, Step } from "#domain/forwarder/step";
import { carried, erred, failed, flood, type Increment, lasted } from "#domain/forwarder/tally";
import { isOfTarget, type TroubleKind, troubleOf } from "#domain/forwarder/trouble";
import { type Failure, mayTryBlindly, verdictOn } from "#domain/forwarder/verdict";

/** What a job has come to: what to write down, what to tell its line, and what others have to hear. */
export interface Delivered {
  readonly note: JobNote;
  readonly settled: Settled;
  /** For the room of the target, where it is a source too. */
  readonly arrivals: readonly Arrival[];
  readonly trouble?: TroubleKind;
  readonly migratedTo?: string;
}

/** What a delivery needs besides its job. `progress` writes down that a step was made. */
export interface Means {
  readonly sender: Sender;
  readonly worker: string;
  readonly clock: Clock;
  readonly progress: (note: JobNote) => Promise<void>;
}

/** What of a job has been done when it ends, one way or another. */
interface Done {
  readonly outcome: string;
  readonly links: JobNote["links"];
  readonly unlinked?: readonly number[];
  /** Messages that Telegram has been given. */
  readonly messages: number;
  readonly arrivals?: readonly Arrival[];
}

/** Does a claimed job, and says what came of it. Never throws. */
export async function deliver(job: ClaimedJob, means: Means): Promise<Delivered> {
  return new Delivery(job, means).run();
}

class Delivery {
  readonly #job: ClaimedJob;
  readonly #means: Means;
  readonly #settings: MappingSettings;
  readonly #began: Instant;
  #stepsDone: number;
  #links: JobNote["links"] = [];
  /** Whether a call that was made cannot be made twice. */
  #isRepeatable = true;

  constructor(job: ClaimedJob, means: Means) {
    this.#job = job;
    this.#means = means;
    this.#settings = mappingSettings.parse(job.mapping?.settings ?? {});
    this.#began = means.clock();
    this.#stepsDone = job.stepsDone;
  }

  async run(): Promise<Delivered> {
    const { mapping, unsure, attempts } = this.#job;
    if (!mapping?.enabled)
      return this.#over({ outcome: mapping ? "mapping-off" : "mapping-gone", links: [], messages: 0 });
    const quiet = quietUntil(this.#settings, this.#began);
    if (quiet !== undefined) return this.#held(quiet);
    const { work } = this.#job;
    if (work.is === "post" && !mayTryBlindly(unsure, this.#settings)) return this.#dead("unsure", "");
    try {
      // Whoever cannot be reached has not failed this job once more.
      if (attempts + unsure > 0) await this.#means.sender.reach();
    } catch (error) {
      return this.#unreachable(error);
    }
    try {
      return this.#over(await this.#do(work));
    } catch (error) {
      return this.#failed(error);
    }
  }

  #do(work: Work): Promise<Done> {
    switch (work.is) {
      case "post":
        return this.#post(work);
      case "edit":
        return this.#edit(work);
      case "delete":
        return this.#remove(work.covers);
      case "pin":
        return this.#pin(work.covers);
    }
  }

  async #post(work: Extract<Work, { is: "post" }>): Promise<Done> {
    let mode = this.#job.links[0]?.mode ?? "copy";
    let last = this.#job.links.at(-1)?.targetId;
    let messages = 0;
    for (const [part, step] of work.steps.entries()) {
      if (part < this.#stepsDone) continue;
      // What does not fit answers what it belongs to.
      const replyTo = step.is === "text" && step.continues ? last : this.#job.replyTo;
      const made = await this.#make(step, this.#to(replyTo));
      if (part === 0) mode = made.mode;
      this.#links = [...this.#links, ...made.sent.map((each) => ({ ...each, part, mode: made.mode }))];
      last = made.sent[0]?.messageId || last;
      messages += step.covers.length;
      this.#stepsDone = part + 1;
      if (this.#stepsDone < work.steps.length) await this.#means.progress(this.#note("sending", {}));
    }
    const sent = this.#links.filter(({ part }) => part === 0);
    return {
      outcome: mode,
      links: this.#links,
      messages,
      arrivals: this.#goingOn(work, work.steps, sent, "message"),
    };
  }

  /** Forwards; or copies, where the mapping allows it and nothing but the author is in the way. */
  async #make(
    step: Step,
    to: Destination,
  ): Promise<{ readonly sent: readonly Sent[]; readonly mode: string }> {
    this.#isRepeatable = false;
    const { sender } = this.#means;
    if (step.is !== "forward") return { sent: await sender.make(step, to), mode: "copy" };
    try {
      return { sent: await sender.make(step, to), mode: "forward" };
    } catch (error) {
      const kind = kindOf(error);
      if (!this.#settings.fallback || !canBeCopied.has(kind)) throw error;
      return { sent: await sender.make({ ...step, is: "copy" }, to), mode: `copy (${kind})` };
    }
  }

  async #edit(work: Extract<Work, { is: "edit" }>): Promise<Done> {
    const [first] = this.#job.links;
    const { edits, editsOtherwise } = this.#settings;
    if (!first || first.targetId === 0) return { outcome: "nothing-to-edit", links: [], messages: 0 };
    if (first.content === this.#job.content) return { outcome: "unchanged", links: [], messages: 0 };
    const canSync = edits === "sync" && work.step !== undefined && first.mode.startsWith("copy");
    if (!canSync || !work.step) return this.#repost(work, edits === "repost" ? "repost" : editsOtherwise);
    const parts = this.#job.links.map(({ targetId }) => targetId);
    try {
      const kept = await this.#means.sender.change(
        work.step,
        { chat: this.#job.target.chat, parts },
        this.#to(undefined),
      );
      const links = kept.map((messageId, part) => ({
        sourceId: first.sourceId,
        messageId,
        part,
        mode: first.mode,
      }));
      const sent = links.slice(0, 1);
      return {
        outcome: "edited",
        links,
        messages: 1,
        arrivals: this.#goingOn(work.asPost, work.asPost.steps, sent, "edit"),
      };
    } catch (error) {
      if (!cannotBeEdited.has(kindOf(error))) throw error;
      return this.#repost(work, editsOtherwise);
    }
  }

  /** The edited post as a new one, which from then on is what stands there. */
  async #repost(work: Extract<Work, { is: "edit" }>, otherwise: "repost" | "ignore"): Promise<Done> {
    if (otherwise === "ignore") return { outcome: "edit-ignored", links: [], messages: 0 };
    const done = await this.#post(work.asPost);
    return { ...done, outcome: `reposted: ${done.outcome}` };
  }

  async #remove(covers: readonly number[]): Promise<Done> {
    const ids = this.#job.links.map(({ targetId }) => targetId).filter((id) => id > 0);
    if (ids.length > 0) await this.#means.sender.remove(this.#job.target.chat, ids);
    return { outcome: "deleted", links: [], unlinked: covers, messages: 0 };
  }

  async #pin(covers: readonly number[]): Promise<Done> {
    const link = this.#job.links.find(({ sourceId, targetId }) => covers.includes(sourceId) && targetId > 0);
    if (!link) return { outcome: "nothing-to-pin", links: [], messages: 0 };
    await this.#means.sender.pin(this.#job.target.chat, link.targetId);
    return { outcome: "pinned", links: [], messages: 1 };
  }

  #to = (replyTo: number | undefined): Destination => ({
    sourceChat: this.#job.sourceChat,
    target: this.#job.target,
    isSilent: this.#settings.silent,
    ...(replyTo !== undefined && { replyTo }),
  });

  #goingOn(
    { goesOn }: Extract<Work, { is: "post" }>,
    steps: readonly Step[],
    sent: readonly Sent[],
    is: "message" | "edit",
  ): readonly Arrival[] {
    return goesOn ? arrivalsInTarget(goesOn, { steps, sent, target: this.#job.target, is }) : [];
  }

  #over({ outcome, links, unlinked, messages, arrivals = [] }: Done): Delivered {
    const { id, mappingId, target, targetType, createdAt, work } = this.#job;
    const isPost = work.is === "post" && messages > 0;
    const now = this.#means.clock();
    const counts = isPost
      ? [
          carried(mappingId, outcome === "forward" ? "forward" : "copy"),
          ...lasted(mappingId, "queued", millis(this.#began - createdAt)),
          ...lasted(mappingId, "sent", millis(now - this.#began)),
        ]
      : [];
    const pause = this.#settings.perMinute ? 60_000 / this.#settings.perMinute : 0;
    const pace = { ...paceOf(targetType), messages, until: instant(isPost && pause > 0 ? now + pause : 0) };
    return {
      note: this.#note("done", { outcome, links, counts, ...(unlinked && { unlinked }) }),
      settled: { chat: target.chat, job: id, is: "over", ...(messages > 0 && { pace }) },
      arrivals,
    };
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

  #unreachable(error: unknown): Delivered {
    const { attempts, unsure } = this.#job;
    const now = this.#means.clock();
    const until = (error instanceof UpstreamError && error.retryAt) || instant(now + 5_000);
    return this.#again({ until, attempts, unsure }, kindOf(error), said(error));
  }

  #failed(error: unknown): Delivered {
    const kind = kindOf(error);
    if (error instanceof ChatMigrated) {
      const again = this.#again({ ...this.#job, until: this.#means.clock() }, kind, said(error));
      return { ...again, migratedTo: error.to };
    }
    const failure: Failure = {
      kind,
      isRepeatable: this.#isRepeatable,
      ...(error instanceof UpstreamError && error.retryAt && { retryAt: error.retryAt }),
    };
    const verdict = verdictOn(failure, this.#job, this.#settings, this.#means.clock());
    return verdict.is === "again"
      ? this.#again(verdict, kind, said(error))
      : this.#dead(verdict.kind, said(error), verdict);
  }

  #again(
    { until, attempts, unsure, rest }: { until: Instant; attempts: number; unsure: number; rest?: Instant },
    kind: TroubleKind,
    words: string,
  ): Delivered {
    const { id, mappingId, target } = this.#job;
    const counts: Increment[] = [erred(mappingId, kind)];
    if (kind === "flood") counts.push(flood(mappingId, millis(until - this.#means.clock())));
    return {
      note: this.#note("waiting", {
        attempts,
        unsure,
        retryAt: until,
        said: words,
        outcome: kind,
        links: this.#links,
        counts,
      }),
      settled: { chat: target.chat, job: id, is: "again", until, ...(rest && { rest }) },
      arrivals: [],
      trouble: kind,
    };
  }

  #dead(
    kind: TroubleKind,
    words: string,
    { attempts, unsure } = this.#job as { attempts: number; unsure: number },
  ): Delivered {
    const { id, mappingId, target } = this.#job;
    const counts = [erred(mappingId, kind), failed(mappingId, this.#settings.mode)];
    return {
      note: this.#note("dead", {
        attempts,
        unsure,
        outcome: kind,
        said: words,
        links: this.#links,
        counts,
        ...(isOfTarget(kind) && { trouble: kind }),
      }),
      settled: { chat: target.chat, job: id, is: "over" },
      arrivals: [],
      trouble: kind,
    };
  }

  #note(state: JobNote["state"], what: Partial<JobNote>): JobNote {
    const { id, attempts, unsure } = this.#job;
    const { worker } = this.#means;
    return {
      id,
      worker,
      state,
      stepsDone: this.#stepsDone,
      attempts,
      unsure,
      links: this.#links,
      counts: [],
      ...what,
    };
  }
}

const canBeCopied = new Set<TroubleKind>(["cannot_forward", "message_gone"]);
const cannotBeEdited = new Set<TroubleKind>(["cannot_edit", "message_gone", "media_invalid"]);

/** What is wrong, by an error of a sender. */
function kindOf(error: unknown): TroubleKind {
  if (error instanceof SilenceError) return "unsure";
  return error instanceof UpstreamError ? troubleOf(error.status, error.said) : "unknown";
}

/** In Telegram's words, which name no secret. */
const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
