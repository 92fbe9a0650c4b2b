import type { Instant } from "#kernel/clock";
import type { RedemptionId } from "#kernel/ids";
import type { ChannelEvent } from "#domain/twitch/eventsub/channel-event";
import type { Redemption, Resolution } from "#domain/twitch/redemption";
import type { Errand } from "./outbox.ts";
import type { Performed } from "./perform/performed.ts";

/** Something the room has to decide about. */
export type Turn =
  | {
      readonly is: "notification";
      readonly messageId: string;
      readonly sentAt: Instant;
      readonly event: ChannelEvent;
    }
  /** A redemption that Twitch never told us of, and that is too old to be played. */
  | { readonly is: "missed"; readonly redemption: Redemption }
  /** A person wants a redemption to end so. */
  | { readonly is: "ended-by-hand"; readonly redemption: RedemptionId; readonly as: Resolution }
  /** A person wants another try at what lies among the dead letters. */
  | { readonly is: "replayed"; readonly key: string }
  | { readonly is: "alarm" }
  | { readonly is: "performed"; readonly errand: Errand; readonly performed: Performed };

/** What became of a turn; for a notification, what the door may count. */
export type Receipt = "taken" | "duplicate" | "foreign" | "quiet" | "poison";
