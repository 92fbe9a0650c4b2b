import { between, type Instant, minutes } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { HistoryRow } from "#adapters/database/history";
import type { Obstacle } from "#domain/admin/obstacles";
import type { RedemptionStatus } from "#domain/twitch/redemption";
import type { Errand } from "./outbox.ts";
import type { Turn } from "./turn.ts";

/** What is kept of an errand that was given up: enough to try it again. */
export type GivenUp = Pick<Errand, "effect" | "feature" | "part">;

/** What a dead letter is about. */
export type Matter =
  | { readonly is: "errand"; readonly errand: GivenUp }
  | { readonly is: "event"; readonly turn: Turn }
  | { readonly is: "row"; readonly row: HistoryRow };

/** The casts: this room wrote the letter. */
export function matterOf(what: unknown): Matter {
  const { effect, table } = what as { readonly effect?: unknown; readonly table?: unknown };
  if (effect !== undefined) return { is: "errand", errand: what as GivenUp };
  return table === undefined ? { is: "event", turn: what as Turn } : { is: "row", row: what as HistoryRow };
}

export interface Circumstances {
  readonly now: Instant;
  /** undefined: the ledger does not know it. */
  readonly statusOf: (redemption: RedemptionId) => RedemptionStatus | undefined;
}

/** Whoever typed a command that long ago expects nothing of it any more. */
const answeredWithin = minutes(10);

/** What keeps a dead letter from being tried again; undefined: nothing does. */
export function obstacleTo(matter: Matter, circumstances: Circumstances): Obstacle | undefined {
  switch (matter.is) {
    case "errand":
      return obstacleToErrand(matter.errand, circumstances);
    case "event":
      return obstacleToEvent(matter.turn, circumstances);
    case "row":
      return undefined;
  }
}

function obstacleToErrand({ effect }: GivenUp, { now, statusOf }: Circumstances): Obstacle | undefined {
  switch (effect.do) {
    case "say":
    case "look-around":
    case "look-up":
      return now > effect.staleAt ? "too-late" : undefined;
    case "time-out":
      return now >= effect.until ? "too-late" : undefined;
    case "resolve":
      return statusOf(effect.redemption) === "UNFULFILLED" ? undefined : "ended";
    default:
      return undefined;
  }
}

function obstacleToEvent(turn: Turn, { now }: Circumstances): Obstacle | undefined {
  // Its feature has begun anew, and what was going on in it is over.
  if (turn.is === "alarm" || turn.is === "performed") return "over";
  if (turn.is !== "notification") return undefined;
  switch (turn.event.is) {
    case "redeemed":
      return "given-back";
    case "chat":
      return between(turn.sentAt, now) > answeredWithin ? "too-late" : undefined;
    case "moderator":
      // The chores have asked for all of them since.
      return between(turn.sentAt, now) > answeredWithin ? "over" : undefined;
    default:
      return undefined;
  }
}
