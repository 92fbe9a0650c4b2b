import { type Instant, instant } from "#kernel/clock";

/** What an admin ordered last, for as long as it is in force. */
export interface Order {
  readonly is: "asleep" | "awake";
  readonly until: Instant;
}

export interface Sleep {
  readonly order?: Order;
  /** As the chat was last told, or has known from the beginning. */
  readonly awake: boolean;
  /** When the clock was last looked at: whatever has changed since is to be told, once. */
  readonly lookedAt: Instant;
}

/** Nobody has looked at the clock yet, so the first schedule makes somebody look at once. */
export const initial: Sleep = { awake: true, lookedAt: instant(0) };
