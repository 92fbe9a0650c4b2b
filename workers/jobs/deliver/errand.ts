import type { ClaimedJob, Link } from "#adapters/database/forwarder/claim-jobs";
import type { JobNote } from "#adapters/database/forwarder/note-jobs";
import type { Arrival } from "#domain/forwarder/arrival";
import { arrivalsInTarget } from "#domain/forwarder/chain";
import type { Work } from "#domain/forwarder/job";
import type { MappingSettings } from "#domain/forwarder/mapping-settings";
import type { Destination, Sender, Standing } from "#domain/forwarder/sender";
import type { Sent, Step } from "#domain/forwarder/step";
import type { TroubleKind } from "#domain/forwarder/trouble";
import { kindOf } from "./kind-of.ts";

/** What was done for a job, when nothing was in the way. */
export interface Done {
  /** The mode it went out in, or what else came of it. */
  readonly outcome: string;
  readonly unlinked?: JobNote["unlinked"];
  /** Messages that Telegram has been given. */
  readonly messages: number;
  /** For the room of the target, where it is a source too. */
  readonly arrivals: readonly Arrival[];
}

/** How far an errand has come, also when it broke off. */
export interface Progress {
  readonly stepsDone: number;
  /** What stands in the target since it began. */
  readonly links: JobNote["links"];
}

type Post = Extract<Work, { is: "post" }>;
type Edit = Extract<Work, { is: "edit" }>;
type Parts = readonly (Sent & { readonly part: number })[];

const nothing = (outcome: string): Done => ({ outcome, messages: 0, arrivals: [] });

/** What is done for one job. `onStep` is told when one of several steps is made. */
export class Errand {
  readonly #job: ClaimedJob;
  readonly #settings: MappingSettings;
  readonly #sender: Sender;
  readonly #onStep: (progress: Progress) => Promise<void>;
  #progress: Progress;
  #isRepeatable = true;

  constructor(
    job: ClaimedJob,
    settings: MappingSettings,
    sender: Sender,
    onStep: (progress: Progress) => Promise<void>,
  ) {
    this.#job = job;
    this.#settings = settings;
    this.#sender = sender;
    this.#onStep = onStep;
    this.#progress = { stepsDone: job.stepsDone, links: [] };
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Whether what it was at last can be done twice. */
  get isRepeatable(): boolean {
    return this.#isRepeatable;
  }

  /** Throws what the sender throws. */
  run(work: Work): Promise<Done> {
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

  async #post(work: Post): Promise<Done> {
    let mode = this.#job.links[0]?.mode ?? "copy";
    let last = this.#job.links.at(-1)?.targetId;
    let messages = 0;
    const before = this.#progress.stepsDone;
    for (const [part, step] of work.steps.entries()) {
      if (part < before) continue;
      // What does not fit answers what it belongs to.
      const made = await this.#make(
        step,
        this.#to(step.is === "text" && step.continues ? last : this.#job.replyTo),
      );
      if (part === 0) mode = made.mode;
      last = made.sent[0]?.messageId || last;
      messages += step.covers.length;
      this.#links(
        part + 1,
        made.sent.map((each) => ({ ...each, part, mode: made.mode })),
      );
      if (part + 1 < work.steps.length) await this.#onStep(this.#progress);
    }
    return { outcome: mode, messages, arrivals: this.#arrivals(work, this.#parts(), "message") };
  }

  #links(stepsDone: number, links: JobNote["links"]): void {
    this.#progress = { stepsDone, links: [...this.#progress.links, ...links] };
  }

  /** What stands for each message; some of it may have been sent before somebody died. */
  #parts(): Parts {
    const earlier = this.#job.links.map(({ targetId, ...link }) => ({ ...link, messageId: targetId }));
    return [...this.#progress.links, ...earlier];
  }

  /** Forwards; or copies, where the mapping allows it and nothing but the author is in the way. */
  async #make(
    step: Step,
    to: Destination,
  ): Promise<{ readonly sent: readonly Sent[]; readonly mode: string }> {
    this.#isRepeatable = false;
    if (step.is !== "forward") return { sent: await this.#sender.make(step, to), mode: "copy" };
    try {
      return { sent: await this.#sender.make(step, to), mode: "forward" };
    } catch (error) {
      const kind = kindOf(error);
      if (!this.#settings.fallback || !canBeCopied.has(kind)) throw error;
      return { sent: await this.#sender.make({ ...step, is: "copy" }, to), mode: `copy (${kind})` };
    }
  }

  async #edit(work: Edit): Promise<Done> {
    const links = this.#job.links.filter(({ sourceId }) => sourceId === work.of);
    const [first] = links;
    const { edits, editsOtherwise } = this.#settings;
    if (!first || first.targetId === 0) return nothing("nothing-to-edit");
    if (first.content === work.content) return nothing("unchanged");
    if (edits !== "sync") return this.#repost(work, edits);
    if (!work.step || !first.mode.startsWith("copy")) return this.#repost(work, editsOtherwise);
    try {
      const kept = await this.#sender.change(work.step, this.#standing(links), this.#to(undefined));
      const { sourceId, mode, by } = first;
      this.#links(
        0,
        kept.map((messageId, part) => ({ sourceId, messageId, part, mode, ...(by !== undefined && { by }) })),
      );
      const arrivals = this.#arrivals(
        work.asPost,
        [{ sourceId, messageId: first.targetId, part: 0 }],
        "edit",
      );
      return { outcome: "edited", unlinked: [{ sourceId, fromPart: kept.length }], messages: 1, arrivals };
    } catch (error) {
      if (!cannotBeEdited.has(kindOf(error))) throw error;
      return this.#repost(work, editsOtherwise);
    }
  }

  /** The edited post as a new one, which from then on is what stands there. */
  async #repost(work: Edit, otherwise: MappingSettings["edits"]): Promise<Done> {
    if (otherwise !== "repost") return nothing("edit-ignored");
    const done = await this.#post(work.asPost);
    return { ...done, outcome: `reposted: ${done.outcome}` };
  }

  async #remove(covers: readonly number[]): Promise<Done> {
    await this.#sender.remove(this.#standing(this.#job.links.filter(({ targetId }) => targetId > 0)));
    return { ...nothing("deleted"), unlinked: covers.map((sourceId) => ({ sourceId, fromPart: 0 })) };
  }

  async #pin(covers: readonly number[]): Promise<Done> {
    const link = this.#job.links.find(({ sourceId, targetId }) => covers.includes(sourceId) && targetId > 0);
    if (!link) return nothing("nothing-to-pin");
    await this.#sender.pin(this.#standing([link]));
    return { ...nothing("pinned"), messages: 1 };
  }

  /** What one sender has put there. */
  #standing(links: readonly Link[]): Standing {
    const by = links[0]?.by;
    const parts = links.map(({ targetId }) => targetId);
    return { chat: this.#job.target.chat, parts, ...(by !== undefined && { by }) };
  }

  #to = (replyTo: number | undefined): Destination => ({
    sourceChat: this.#job.sourceChat,
    target: this.#job.target,
    isSilent: this.#settings.silent,
    ...(replyTo !== undefined && { replyTo }),
  });

  #arrivals({ goesOn, steps }: Post, sent: Parts, is: "message" | "edit"): readonly Arrival[] {
    const { key: by, target, replyTo } = this.#job;
    return goesOn ? arrivalsInTarget(goesOn, { steps, sent, target, is, by, replyTo }) : [];
  }
}

const canBeCopied = new Set<TroubleKind>(["cannot_forward", "message_gone"]);
const cannotBeEdited = new Set<TroubleKind>(["cannot_edit", "message_gone", "media_invalid"]);
