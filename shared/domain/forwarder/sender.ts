import type { Place } from "./chat.ts";
import type { EditStep, Sent, Step } from "./step.ts";

/** Where a step goes. */
export interface Destination {
  readonly sourceChat: string;
  readonly target: Place;
  /** The message of the target that it answers. */
  readonly replyTo?: number;
  readonly isSilent: boolean;
}

/** What stands in a target for one source message, part by part. */
export interface Standing {
  readonly chat: string;
  readonly parts: readonly number[];
  /** Who sent it. */
  readonly by?: string;
}

/**
 * Whoever sends: the bot, or an account. Every method throws UpstreamError when Telegram says no, and SilenceError when
 * nobody knows whether it was done.
 */
export interface Sender {
  /** Sends; can be done once only. */
  make(step: Step, to: Destination): Promise<readonly Sent[]>;
  /** Makes what stands there look like this; can be repeated. Answers the parts as they are then. */
  change(step: EditStep, standing: Standing, to: Destination): Promise<readonly number[]>;
  remove(standing: Standing): Promise<void>;
  /** The first part. */
  pin(standing: Standing): Promise<void>;
  /** Throws when Telegram cannot be reached. */
  reach(): Promise<void>;
}
