/** What the page is told of the forwarder by the product's API, as far as it shows it. A place is `-1001234567890`, or `-1001234567890#7` for one topic. */

export type Mode = "forward" | "copy";

/** One change of a post's text; those that are no header and no footer are left as they are. */
export interface Transform {
  readonly is: string;
  readonly text?: string;
  readonly [detail: string]: unknown;
}

export interface Pattern {
  readonly find: string;
  readonly as?: "word" | "substring" | "regex";
}

export interface Keywords {
  readonly include: readonly Pattern[];
  readonly exclude: readonly Pattern[];
}

/** `GET /playground/forwarder/mappings` has them as `items`. */
export interface Mapping {
  readonly id: number;
  readonly source: string;
  readonly sourceTitle?: string;
  readonly target: string;
  readonly targetTitle?: string;
  readonly enabled: boolean;
  /** Why it does not work, until it does. */
  readonly trouble?: string;
  /** How its last post went out, and why not as wished. */
  readonly lastMode?: string;
  readonly mode: Mode;
  readonly transforms: readonly Transform[];
  readonly filters: { readonly keywords: Keywords; readonly [filter: string]: unknown };
  readonly pins: boolean;
  readonly protectedPosts: "skip" | "copy";
}

/** `PATCH /playground/forwarder/mappings/<id>`: only what changes. */
export interface MappingChange extends Partial<
  Pick<Mapping, "enabled" | "mode" | "transforms" | "filters" | "pins" | "protectedPosts">
> {}

/** `PUT /playground/forwarder/mappings` */
export interface MappingsMade {
  readonly created: readonly Mapping[];
  readonly skipped: readonly { readonly message: string }[];
}

export type QueueState = "waiting" | "sending" | "dead";

export interface TargetLine extends Readonly<Record<QueueState, number>> {
  readonly target: string;
  readonly title: string;
}

/** `GET /playground/forwarder/queue` */
export interface QueueLook extends Readonly<Record<QueueState, number>> {
  readonly targets: readonly TargetLine[];
}

/** `GET /playground/forwarder/dead-letters` has them as `items`: posts that were given up, the latest first. */
export interface DeadPost {
  readonly id: number;
  readonly targetTitle: string;
  readonly kind: string;
  /** Telegram's words. */
  readonly said: string;
  readonly attempts: number;
  readonly endedAt: string;
}
