import { after, type Instant, minutes } from "#kernel/clock";
import type { Outbox } from "./outbox.ts";
import type { Standing } from "./upkeep.ts";
import type { WriteBehind } from "../write-behind.ts";

/** What is decided wants to be done within this; after it something is in the way. */
const overdueAfter = minutes(5);
/** Twitch is asked every ten minutes. */
const unaskedAfter = minutes(30);

export interface Vitals {
  readonly outbox: Outbox;
  readonly history: WriteBehind;
  /** undefined: the channel was never set up, so nothing can be wrong with it. */
  readonly standing: Standing | undefined;
  readonly now: Instant;
}

/** What does not work though it should; empty: all is well. */
export function failing({ outbox, history, standing, now }: Vitals): string[] {
  const oldest = outbox.oldest();
  return [
    ...(oldest !== undefined && after(oldest, overdueAfter) < now ? ["what was decided is not done"] : []),
    ...(history.stuck ? ["Postgres takes nothing"] : []),
    ...(standing ? failingAtTwitch(standing, now) : []),
  ];
}

const failingAtTwitch = ({ checkedAt, subscriptions }: Standing, now: Instant) => [
  ...(after(checkedAt, unaskedAfter) < now ? ["Twitch cannot be asked"] : []),
  ...(subscriptions.includes("channel.chat.message") ? [] : ["chat is not heard"]),
];
