import type { NotificationKind } from "./notifications.ts";
import type { Processes } from "./processes.ts";

/** Somebody who takes Twitch's notifications. */
export interface Contestant {
  readonly name: string;
  /** What it has done with a notification by the time it answers. */
  readonly does: string;
  readonly takes: NotificationKind;
  /** It checks Twitch's signature; the runner sends it a forged one to see. */
  readonly verifies: boolean;

  /** Starts a fresh one; resolves when it listens. */
  start(): Promise<Running>;
}

/** A contestant that listens. */
export interface Running {
  /** Where notifications are posted to. */
  readonly url: string;

  /** What it consists of at the moment. */
  processes(): Processes;

  /** How many different notifications it really has, to be compared with how many it acknowledged. */
  count?(): Promise<number>;
  stop(): Promise<void>;
}
