import { after, type Instant, type Millis, minutes } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import { type Text, text } from "#kernel/text";
import type { Chatter } from "./chatter.ts";
import type { GameResult } from "./game-result.ts";
import type { Resolution } from "./redemption.ts";

/** Everything a rule may ask of the channel. Rules name effects; the Channel room performs them. */
export type Effect =
  /** A line in chat, said at most once; after `staleAt` it is better left unsaid. */
  | { readonly do: "say"; readonly text: Text; readonly staleAt: Instant }
  /** Answered with `landed`. `until` is when the punishment ends, however late it could be carried out. */
  | {
      readonly do: "time-out";
      readonly chatter: Chatter;
      readonly lasts: Millis;
      readonly until: Instant;
      readonly reason: Text;
    }
  /** Spends or gives back the points of a redemption. */
  | { readonly do: "resolve"; readonly redemption: RedemptionId; readonly as: Resolution }
  /**
   * Answered with `chatters`: everybody in chat, or only those who wrote within the last 15 minutes (everybody, where
   * nobody did). After `staleAt` whoever wrote lately has to do.
   */
  | { readonly do: "look-around"; readonly among: "everyone" | "recent"; readonly staleAt: Instant }
  /** Answered with `found`: Twitch users by id, or by a name as somebody typed it. */
  | {
      readonly do: "look-up";
      readonly people: readonly string[];
      readonly by: "id" | "name";
      readonly staleAt: Instant;
    }
  /** Adds to somebody's score, in the transaction of the move. */
  | {
      readonly do: "score";
      readonly player: Chatter;
      readonly wins?: number;
      readonly losses?: number;
      readonly tickets?: number;
    }
  /** Has Twitch sell the rewards on which points may be spent just now, and pause the others. */
  | { readonly do: "tend-rewards" }
  /** Something worth keeping for good: written behind to Postgres. */
  | { readonly do: "record"; readonly result: GameResult };

export type EffectKind = Effect["do"];

/** What came of an effect that answers. */
export type Answer =
  | { readonly to: "look-around"; readonly chatters: readonly Chatter[] }
  /** undefined: Twitch did not tell in time. */
  | {
      readonly to: "look-up";
      readonly people: readonly string[];
      readonly found: readonly Chatter[] | undefined;
    }
  | { readonly to: "time-out"; readonly chatter: Chatter; readonly landed: Landing };

/**
 * How a timeout went: it landed; the person already sits out at least as long; Twitch does not allow it
 * for this person; or it could not be done in time.
 */
export type Landing = "landed" | "already" | "refused" | "failed";

const patience = minutes(2);

export const say = (now: Instant, key: string, args?: Text["args"]): Effect =>
  sayBefore(after(now, patience), key, args);

export const sayBefore = (staleAt: Instant, key: string, args?: Text["args"]): Effect => ({
  do: "say",
  text: text(key, args),
  staleAt,
});

export const timeOut = (now: Instant, chatter: Chatter, lasts: Millis, reason: Text): Effect => ({
  do: "time-out",
  chatter,
  lasts,
  until: after(now, lasts),
  reason,
});

export const fulfil = (redemption: RedemptionId): Effect => ({ do: "resolve", redemption, as: "FULFILLED" });
export const refund = (redemption: RedemptionId): Effect => ({ do: "resolve", redemption, as: "CANCELED" });
