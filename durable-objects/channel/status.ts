import type { Instant } from "#kernel/clock";
import type { AlarmClock } from "../alarm-clock.ts";
import type { WriteBehind } from "../write-behind.ts";
import { failing } from "./health.ts";
import type { Ledger } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Outbox } from "./outbox.ts";
import type { PlayerBook } from "./players.ts";
import type { Stage } from "./stage.ts";
import type { Stream } from "./turns.ts";
import type { Standing } from "./upkeep.ts";

export interface ChannelStatus {
  /** Whether the bot obeys anybody just now. */
  readonly awake: boolean;
  /** undefined: nobody has told yet. */
  readonly stream: Stream | undefined;
  /** undefined: the channel was never set up. */
  readonly standing: Standing | undefined;
  /** What does not work though it should; empty: all is well. */
  readonly failing: readonly string[];
  readonly outbox: number;
  readonly journal: number;
  /** How many redemptions are remembered: every one of the last 90 days. */
  readonly ledger: number;
  readonly players: number;
  readonly deadLetters: number;
  /** Since the room woke: rows written, alarms set and rung, SQL batches, notifications by what became of them. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface StatusNeeds {
  readonly stage: Stage;
  readonly memory: Memory;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly players: PlayerBook;
  readonly history: WriteBehind;
  readonly alarms: AlarmClock;
  readonly standing: Standing | undefined;
  readonly counts: ReadonlyMap<string, number>;
  readonly now: Instant;
}

/** How a channel is. */
export function statusOf({
  memory,
  outbox,
  history,
  alarms,
  standing,
  now,
  ...needs
}: StatusNeeds): ChannelStatus {
  return {
    awake: needs.stage.awake(),
    stream: memory.recall("stream") as Stream | undefined,
    standing,
    failing: failing({ outbox, history, standing, now }),
    outbox: outbox.size(),
    journal: history.size(),
    ledger: needs.ledger.size(),
    players: needs.players.size(),
    deadLetters: memory.deadLetters(1_000).length,
    counts: {
      ...Object.fromEntries(needs.counts),
      "rows-written": memory.rowsWritten,
      "alarms-set": alarms.set,
      "alarm-rings": alarms.rings,
    },
  };
}
