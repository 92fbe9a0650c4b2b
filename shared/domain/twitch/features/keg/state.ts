import type { Instant } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { Text } from "#kernel/text";
import type { Chatter } from "#domain/twitch/chatter";
import type { KegSettings } from "./settings.ts";

/** Somebody who paid to take part: to open the keg, to run as a boar, or to hide in the trash. */
export interface Guest {
  readonly redemption: RedemptionId;
  readonly chatter: Chatter;
  /** Channel points paid. */
  readonly cost: number;
}

/** A keg from its opening to its last line. It is played by the settings it was opened with. */
interface Tapped {
  readonly host: Guest;
  readonly openedAt: Instant;
  readonly settings: KegSettings;
  /** Somebody has been told already that one keg at a time is enough. */
  readonly toldBusy: boolean;
}

interface Joined extends Tapped {
  readonly boars: readonly Guest[];
  readonly hiders: readonly Guest[];
}

export interface Closed {
  readonly phase: "closed";
  /** Who spends points on a keg that is not there is told so, but not again before this. */
  readonly quietUntil?: Instant;
}

/** The reward is redeemed; the keg is lit when it is known that somebody is there to be soaked. */
export interface Opening extends Joined {
  readonly phase: "opening";
}

export interface Burning extends Joined {
  readonly phase: "burning";
  /** The step of the countdown that comes next. */
  readonly next: number;
}

/** The boars have failed; hiding still helps. */
export interface Bursting extends Joined {
  readonly phase: "bursting";
  readonly spillsAt: Instant;
}

/** Waiting to hear who is in chat; hiding still helps. */
export interface Spilling extends Joined {
  readonly phase: "spilling";
}

/** The victims are drawn; one answer comes for each of them. */
export interface Soaking extends Joined {
  readonly phase: "soaking";
  readonly waitingFor: readonly Chatter[];
  readonly soaked: readonly Chatter[];
  /** Take the place of victims whom Twitch does not let us time out. */
  readonly substitutes: readonly Chatter[];
  /** Drawn, but hidden in the trash. */
  readonly savedByTrash: readonly Chatter[];
}

/** All is decided; some last lines are still to be said, each at its moment. */
export interface Closing extends Tapped {
  readonly phase: "closing";
  readonly lines: readonly { readonly at: Instant; readonly text: Text }[];
}

export type Keg = Closed | Opening | Burning | Bursting | Spilling | Soaking | Closing;

export const closed: Keg = { phase: "closed" };
