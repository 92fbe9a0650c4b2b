import { type Millis, seconds } from "#kernel/clock";
import type { ChatType } from "./chat.ts";

/** How often a chat takes a message over a long time, and how many at once. */
export interface Pace {
  readonly every: Millis;
  readonly burst: number;
}

/**
 * "Avoid sending more than one message per second" to a chat, short bursts are tolerated; to a group no more than
 * twenty a minute: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this. The limits themselves are
 * nowhere said; what they really are, a 429 tells.
 */
export const paceOf = (type: ChatType | undefined): Pace =>
  type === "group" || type === "supergroup"
    ? { every: seconds(3), burst: 10 }
    : { every: seconds(1), burst: 10 };
