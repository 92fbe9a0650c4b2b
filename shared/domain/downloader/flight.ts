import { after, earliest, type Instant, minutes, seconds } from "#kernel/clock";
import type { Offer } from "./quality.ts";
import { kindOf, type Reason } from "./reason.ts";
import type { Upload } from "./upload.ts";

/** How far it is, for those who wait. */
export type Progress =
  | { readonly is: "queued" }
  /** The job queue takes nothing at the moment. */
  | { readonly is: "held-up" }
  | { readonly is: "looking" }
  /** On its way from the platform to Telegram; `sent` only where it goes in several pieces. */
  | { readonly is: "carrying"; readonly bytes?: number; readonly sent?: number };

/** What came of it: the same for everyone who waits. */
export type Outcome =
  | { readonly is: "landed"; readonly upload: Upload }
  | ({ readonly is: "refused" } & Failure);

/** Why there is none. */
export interface Failure {
  readonly reason: Reason;
  /** Finds the cause in the log. */
  readonly errorId: string;
  /** What could be had instead. */
  readonly offers?: readonly Offer[];
}

/** The one download of a post in a quality, however many want it. */
export type Flight =
  | { readonly is: "idle" }
  | {
      readonly is: "queued";
      readonly attempt: number;
      readonly since: Instant;
      /** When the job is to be published, again if need be. */
      readonly publishAt: Instant;
      /** How often on end the queue did not take it. */
      readonly unpublished: number;
    }
  | {
      readonly is: "running";
      readonly attempt: number;
      readonly since: Instant;
      /** Counts those who ever began it. Only the last of them may end it. */
      readonly fence: number;
      /** How often the queue had delivered this attempt before. */
      readonly retried: number;
      /** Who has not been heard of by then is dead. */
      readonly beatBy: Instant;
      readonly progress: Progress;
    }
  | (Outcome & { readonly until: Instant });

export const idle: Flight = { is: "idle" };

const mostAttempts = 3;
/** A lease: nobody waits longer. */
const longest = minutes(30);
/** A worker is heard of every five seconds. */
const heartbeat = seconds(45);
/** The queue takes a job within this, or refuses it; else whoever was handing it over has died. */
const handover = seconds(10);
/** What the queue has taken and nobody has begun after this is published again. */
const forgotten = minutes(2);
/** By then Postgres and Redis know it. */
const remembered = minutes(10);

/** Somebody wants it. `stale`: the file they were given before, which Telegram does not know any more. */
export function joined(flight: Flight, now: Instant, stale?: string): Flight {
  if (flight.is === "queued" || flight.is === "running") return flight;
  const stands =
    flight.is !== "idle" && now < flight.until && !(flight.is === "landed" && hasFile(flight.upload, stale));
  return stands ? flight : { is: "queued", attempt: 1, since: now, publishAt: now, unpublished: 0 };
}

const hasFile = ({ files }: Upload, fileId: string | undefined) =>
  files.some((file) => file.fileId === fileId);

/** The queue is being handed the job: nobody else hands it over meanwhile. */
export const publishing = (flight: Flight, now: Instant): Flight =>
  flight.is === "queued" ? { ...flight, publishAt: after(now, handover) } : flight;

/** The queue has it. By now it may be about a later attempt. */
export const published = (flight: Flight, attempt: number, now: Instant): Flight =>
  flight.is === "queued" && flight.attempt === attempt
    ? { ...flight, publishAt: after(now, forgotten), unpublished: 0 }
    : flight;

/** The queue did not take it: soon again, and as often as it needs. */
export function notPublished(flight: Flight, now: Instant): Flight {
  if (flight.is !== "queued") return flight;
  const unpublished = flight.unpublished + 1;
  return { ...flight, unpublished, publishAt: after(now, seconds(Math.min(30, 2 ** unpublished))) };
}

/** A delivery of the job, by the number of its attempt and how often the queue had delivered it before. */
export interface Delivery {
  readonly attempt: number;
  readonly retried: number;
}

/**
 * A worker wants to begin. It may not while another is at it, unless the queue has given that one up and delivers
 * the same attempt again.
 */
export function claimed(flight: Flight, { attempt, retried }: Delivery, fence: number, now: Instant): Flight {
  const free =
    flight.is === "queued" ||
    (flight.is === "running" && flight.attempt === attempt && flight.retried < retried);
  if (!free) return flight;
  const { since } = flight;
  const progress = { is: "looking" } as const;
  const beatBy = after(now, heartbeat);
  return { is: "running", attempt: flight.attempt, since, fence, retried, beatBy, progress };
}

export const holds = (flight: Flight, fence: number) => flight.is === "running" && flight.fence === fence;

/** The worker lives. */
export const heard = (flight: Flight, fence: number, progress: Progress, now: Instant): Flight =>
  flight.is === "running" && flight.fence === fence
    ? { ...flight, progress, beatBy: after(now, heartbeat) }
    : flight;

export const landed = (flight: Flight, fence: number, upload: Upload, now: Instant): Flight =>
  holds(flight, fence) ? { is: "landed", upload, until: after(now, remembered) } : flight;

/** It did not work. What has a chance is tried again, a little later each time; everything else is the answer. */
export function failed(flight: Flight, fence: number, failure: Failure, now: Instant): Flight {
  if (flight.is !== "running" || flight.fence !== fence) return flight;
  return kindOf(failure.reason).retry && flight.attempt < mostAttempts
    ? again(flight, now, after(now, seconds(3 * 4 ** (flight.attempt - 1))))
    : refusal(failure, now);
}

/** Time has passed: a worker may have died, a lease may be over, an answer may be too old to stand. */
export function overdue(flight: Flight, errorId: string, now: Instant): Flight {
  switch (flight.is) {
    case "queued":
      return after(flight.since, longest) <= now ? refusal({ reason: "timeout", errorId }, now) : flight;
    case "running":
      if (after(flight.since, longest) <= now) return refusal({ reason: "timeout", errorId }, now);
      return flight.beatBy <= now ? again(flight, now, now) : flight;
    case "landed":
    case "refused":
      return flight.until <= now ? idle : flight;
    case "idle":
      return flight;
  }
}

const again = (flight: Flight & { readonly is: "running" }, now: Instant, publishAt: Instant): Flight => ({
  is: "queued",
  attempt: flight.attempt + 1,
  since: flight.since,
  publishAt: publishAt < now ? now : publishAt,
  unpublished: 0,
});

const refusal = (failure: Failure, now: Instant): Flight => ({
  is: "refused",
  ...failure,
  until: after(now, kindOf(failure.reason).standsFor),
});

/** When something will have to be done about it by itself. */
export function wakesAt(flight: Flight): Instant | undefined {
  switch (flight.is) {
    case "queued":
      return earliest([flight.publishAt, after(flight.since, longest)]);
    case "running":
      return earliest([flight.beatBy, after(flight.since, longest)]);
    case "landed":
    case "refused":
      return flight.until;
    case "idle":
      return undefined;
  }
}

export function progressOf(flight: Flight): Progress {
  if (flight.is === "running") return flight.progress;
  return flight.is === "queued" && flight.unpublished > 0 ? { is: "held-up" } : { is: "queued" };
}

/** What there is to tell; undefined while it is under way. */
export function outcomeOf(flight: Flight): Outcome | undefined {
  if (flight.is !== "landed" && flight.is !== "refused") return undefined;
  const { until: _, ...outcome } = flight;
  return outcome;
}
