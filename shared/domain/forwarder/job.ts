import { after, type Instant, type Millis, minutes, seconds } from "#kernel/clock";
import type { Place } from "./chat.ts";
import type { Priority } from "./mapping-settings.ts";
import type { Post } from "./post.ts";
import type { Prints } from "./prints.ts";
import type { EditStep, Step } from "./step.ts";

/** What is to be done in one target for one mapping. */
export type Work =
  | {
      readonly is: "post";
      readonly steps: readonly Step[];
      readonly replyTo?: number;
      /** Where the target is a source too: what its room is told when the post stands there. */
      readonly goesOn?: Post;
    }
  /** `of`: the message that was edited, and `content` what it is now. `asPost`: the edited post as it would be sent today. */
  | {
      readonly is: "edit";
      readonly of: number;
      readonly content: string;
      readonly step: EditStep | undefined;
      readonly asPost: Extract<Work, { is: "post" }>;
    }
  | { readonly is: "delete"; readonly covers: readonly number[] }
  | { readonly is: "pin"; readonly covers: readonly number[] };

/** One mapping's share of an arrival, as the source's room hands it over. */
export interface NewJob {
  /** `12:-1001:77:post`: the mapping, the source, the message, and what is done. Twice the same key is one job. */
  readonly key: string;
  readonly mappingId: number;
  readonly sourceChat: string;
  /** The messages of the source that it is about. */
  readonly sourceIds: readonly number[];
  readonly target: Place;
  readonly rank: number;
  readonly notBefore: Instant;
  readonly work: Work;
  /** Of each message, a space between them: tells it from what it was before, for an edit that changes nothing is not sent. */
  readonly content: string;
  /** Undefined: it is sent whatever was sent before. */
  readonly prints: Prints | undefined;
  /** Of an edit: the job of the post itself. Where that has not begun, it takes the edit in. */
  readonly postKey?: string;
  /** Only if nothing stands in the target for it: it was asked for by an answer to it. */
  readonly unlessLinked?: true;
  readonly traceId: string;
}

/** A head start: who is less urgent stands in line as if he had come later, and so is passed by, but never for longer. */
const handicap: Readonly<Record<Priority, Millis>> = {
  high: seconds(0),
  normal: minutes(1),
  low: minutes(10),
};

/** The place in a target's line: the lower, the sooner. `order` never falls within a source. */
export const rankOf = (order: Instant, priority: Priority): number => after(order, handicap[priority]);
